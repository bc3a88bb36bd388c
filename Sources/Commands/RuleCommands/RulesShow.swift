import ArgumentParser
import CanonicalJSON
import LifecycleModel
import RuleChanges
import RuleLoading
import Rules
import Services
import Terminal
import WorkingCalendar

/// `nhiemvu rules show [REGIME]`
struct RulesShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say(
                "Xem một chế độ: bước, thời hạn, tham số, căn cứ.",
                "Show a regime: transitions, deadlines, parameters, articles."
            ),
            discussion: say("Ví dụ: nhiemvu rules show law-2013 --part deadlines", "Example: nhiemvu rules show law-2013 --part deadlines")
        )
    }

    enum Part: String, ExpressibleByArgument, CaseIterable { case all, transitions, deadlines, parameters, forms, roles }

    @Argument(help: ArgumentHelp(say("Chế độ; bỏ trống để liệt kê.", "Regime; left out: list them."), valueName: say("chế-độ", "regime")))
    var regime: String?
    @Option(help: ArgumentHelp(say("Phần muốn xem.", "Which part."), valueName: say("phần", "part"))) var part: Part = .all
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library()
        guard let regime else { return Answer(list(try library.all())) }
        let compiled = try library.regime(regime)
        let view = RegimeView(regime: compiled.regime, hash: compiled.hash)
        guard let json = try? JSONValue(parsing: compiled.regime.canonicalBytes) else {
            return Answer(Report(json: .null, blocks: view.blocks(part)))
        }
        return Answer(Report(json: ["hash": .string(compiled.hash), "regime": json], blocks: view.blocks(part)))
    }

    private func list(_ library: WorkflowLibrary) -> Report {
        let regimes = library.regimes.sorted { $0.key < $1.key }.map(\.value)
        return Report(
            json: .array(
                regimes.map {
                    [
                        "id": .string($0.regime.id), "version": .string($0.regime.version),
                        "label": .string($0.regime.label[Speech.language]), "hash": .string($0.hash),
                    ]
                }
            ),
            blocks: [
                Table(
                    columns: [
                        Table.Column(say("Chế độ", "Regime")), Table.Column(say("Phiên bản", "Version")),
                        Table.Column(say("Tên", "Name"), shrinkPriority: 1, overflow: .wrap),
                        Table.Column(say("Bước", "Transitions"), alignment: .right),
                        Table.Column(say("Thời hạn", "Deadlines"), alignment: .right), Table.Column("SHA-256"),
                    ],
                    rows: regimes.map { rules in
                        let regime = rules.regime
                        let machines = [regime.task] + Array(regime.machines.values)
                        return [
                            StyledText(regime.id, .accent), StyledText(regime.version), StyledText(regime.label[Speech.language]),
                            StyledText("\(machines.reduce(0) { $0 + $1.transitions.count })"),
                            StyledText("\(machines.reduce(0) { $0 + $1.deadlines.count })"),
                            StyledText(String(rules.hash.prefix(12)), .faint),
                        ]
                    }
                )
            ]
        )
    }
}

/// How a regime looks.
struct RegimeView {
    let regime: Regime
    let hash: String

    private var machines: [(id: String, machine: Machine)] {
        [(Regime.taskMachine, regime.task)] + regime.machines.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func blocks(_ part: RulesShow.Part) -> [any Block] {
        var blocks: [any Block] = [
            Heading("\(regime.label[Speech.language])  \(regime.id) \(regime.version)"), Paragraph(StyledText("SHA-256 \(hash)", .faint)),
        ]
        if part == .all || part == .transitions { for item in machines { blocks += transitions(item.id, item.machine) } }
        if part == .all || part == .deadlines { blocks += [Heading(say("Thời hạn", "Deadlines"), level: 2), deadlines] }
        if part == .all || part == .parameters { blocks += [Heading(say("Tham số", "Parameters"), level: 2), parameters] }
        if part == .forms {
            blocks.append(
                Table(
                    columns: [
                        Table.Column(say("Mẫu", "Form")), Table.Column(say("Tên", "Name"), shrinkPriority: 1, overflow: .wrap),
                        Table.Column(say("Căn cứ", "Basis"), shrinkPriority: 2, overflow: .wrap),
                    ],
                    rows: regime.forms.sorted { $0.key < $1.key }.map {
                        [
                            StyledText($0.key, .accent), StyledText($0.value.label[Speech.language]),
                            StyledText($0.value.basis ?? "", .faint),
                        ]
                    }
                )
            )
        }
        if part == .roles {
            blocks.append(
                Table(
                    columns: [
                        Table.Column(say("Vai trò", "Role")), Table.Column(say("Tên", "Name"), shrinkPriority: 1, overflow: .wrap),
                        Table.Column(say("Ai giữ", "Held by"), overflow: .wrap),
                    ],
                    rows: regime.roles.sorted { $0.key < $1.key }.map {
                        [
                            StyledText($0.key, .accent), StyledText($0.value.label[Speech.language]),
                            StyledText($0.value.heldBy?.phrase[Speech.language] ?? "", .faint),
                        ]
                    }
                )
            )
        }
        return blocks
    }

    private func transitions(_ id: String, _ machine: Machine) -> [any Block] {
        [
            Heading("\(machine.label[Speech.language])  (\(id))", level: 2),
            Table(
                columns: [
                    Table.Column(say("Từ", "From"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                    Table.Column(say("Sự kiện", "Event"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                    Table.Column(say("Đến", "To"), shrinkPriority: 1, minimumWidth: 10, overflow: .wrap),
                    Table.Column(say("Ai", "Who"), shrinkPriority: 2, minimumWidth: 10, overflow: .wrap),
                    Table.Column(say("Điều kiện", "Requires"), alignment: .right),
                    Table.Column(say("Căn cứ", "Basis"), shrinkPriority: 3, minimumWidth: 10, overflow: .wrap),
                ],
                rows: machine.transitions.map { transition in
                    [
                        StyledText(
                            transition.from.count > 4
                                ? "\(transition.from.count) \(say("trạng thái", "states"))" : transition.from.joined(separator: ", ")
                        ),
                        StyledText(transition.event, .accent), StyledText(transition.to ?? "="),
                        StyledText(transition.by.map(regime.roleLabel).joined(separator: ", ")), StyledText("\(transition.requires.count)"),
                        StyledText(transition.basis ?? "", .faint),
                    ]
                }
            ),
        ]
    }

    private var deadlines: Table {
        Table(
            columns: [
                Table.Column(say("Mã", "Id")),
                Table.Column(say("Thời hạn", "Deadline"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap),
                Table.Column(say("Bao lâu", "Term")),
                Table.Column(say("Ai chịu", "Who"), shrinkPriority: 2, minimumWidth: 8, overflow: .wrap),
                Table.Column(say("Căn cứ", "Basis"), shrinkPriority: 3, minimumWidth: 10, overflow: .wrap),
                Table.Column(say("Giá trị pháp lý", "Standing")),
            ],
            rows: machines.flatMap { item in
                item.machine.deadlines.sorted { $0.key < $1.key }.map { id, deadline in
                    [
                        StyledText(item.id == Regime.taskMachine ? id : "\(item.id) \(id)", .accent),
                        StyledText(deadline.label[Speech.language]),
                        StyledText(deadline.term.phrase[Speech.language]), StyledText(regime.roleLabel(deadline.owner)),
                        StyledText(deadline.basis ?? "", .faint), deadline.standing.text,
                    ]
                }
            }
        )
    }

    private var parameters: Table {
        Table(
            columns: [
                Table.Column(say("Tham số", "Parameter"), shrinkPriority: 1, minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Giá trị", "Value"), alignment: .right),
                Table.Column(say("Đơn vị", "Unit")), Table.Column(say("Tên", "Name"), shrinkPriority: 2, minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Căn cứ", "Basis"), shrinkPriority: 3, minimumWidth: 10, overflow: .wrap),
                Table.Column(say("Giá trị pháp lý", "Standing")),
            ],
            rows: regime.parameters.sorted { $0.key < $1.key }.map { id, parameter in
                [
                    StyledText(id, .accent), StyledText(parameter.value.text), StyledText(parameter.unit.rawValue),
                    StyledText(parameter.label[Speech.language]),
                    StyledText(parameter.basis ?? "", .faint), parameter.standing.text,
                ]
            }
        )
    }
}

extension Standing {
    /// How firmly a number stands, for people.
    var text: StyledText {
        switch self {
        case .binding: StyledText(say("bắt buộc", "binding"), .good)
        case .model: StyledText(say("mẫu quốc gia", "model"))
        case .assumed: StyledText(say("tạm tính", "assumed"), .warning)
        }
    }
}

extension Parameter.Value {
    /// For people.
    var text: String {
        switch self {
        case .integer(let value): String(value)
        case .fraction(let numerator, let denominator): "\(numerator)/\(denominator)"
        case .date(let date): date.shown
        case .flag(let flag): flag ? say("có", "yes") : say("không", "no")
        }
    }
}
