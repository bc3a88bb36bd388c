import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Terminal

/// How the goals of programmes look.
struct GoalsView {
    let figures: [GoalFigures]
    /// The only programme asked for.
    let programme: String?
    let knownOn: CivilDate
    /// Programmes by code.
    let names: [String: String]

    // MARK: For people

    var blocks: [any Block] {
        let title = programme.map { code in names[code].map { "\(code): \($0)" } ?? code }
        var blocks: [any Block] = [
            Heading(say("Mục tiêu của các chương trình", "Goals of the programmes")),
            KeyValues(
                [KeyValues.Pair(say("Theo những gì đã ghi đến", "As recorded by"), StyledText(knownOn.shown))]
                    + (title.map { [KeyValues.Pair(say("Chương trình", "Programme"), StyledText($0))] } ?? [])
            ),
        ]
        for own in figures {
            if own.report.lines.isEmpty {
                blocks.append(Paragraph(StyledText(say("Không có mục tiêu đếm được.", "There is no countable goal."), .faint)))
            } else {
                blocks.append(table(of: own.report.lines))
            }
            blocks += own.shares.flatMap { share($0, months: own.terms.months) }
            let items = own.report.lines.flatMap { line in line.items.map { (line.goal, $0) } }
            if !items.isEmpty {
                blocks += [Heading(say("Kết quả ghi mục tiêu", "Results that name a goal"), level: 2), list(items)]
            }
            blocks.append(Paragraph(StyledText(own.scheme.counting(by: own.terms)[Speech.language] + ". " + own.scheme.source, .faint)))
        }
        return blocks
    }

    private func table(of lines: [GoalReport.Line]) -> any Block {
        Table(
            columns: [
                Table.Column(say("Chương trình", "Programme"), minimumWidth: 13, dropOrder: 2),
                Table.Column(say("Mục tiêu", "Goal"), shrinkPriority: 1, minimumWidth: 24, overflow: .wrap),
                Table.Column(say("Đề án", "Printed"), alignment: .right, isWhole: true),
                Table.Column(say("Đăng ký", "Promised"), alignment: .right, isWhole: true),
                Table.Column(say("Giao nộp", "Delivered"), alignment: .right, isWhole: true),
                Table.Column(say("Khoảng cách", "Gap"), alignment: .right, isWhole: true),
                Table.Column(say("Ứng dụng", "In use"), alignment: .right, isWhole: true),
                Table.Column(say("Khoảng cách", "Gap"), alignment: .right, isWhole: true, dropOrder: 1),
            ],
            rows: lines.enumerated().map { place, line in
                let isFirst = place == 0 || lines[place - 1].goal.programme != line.goal.programme
                return [
                    StyledText(isFirst ? line.goal.programme ?? "" : "", .faint),
                    StyledText(line.goal.id, .accent) + StyledText(" " + line.goal.name[Speech.language]),
                    StyledText(line.goal.printed, .faint), Self.quantity(line.promised), Self.quantity(line.delivered), Self.gap(line.gap),
                    Self.quantity(line.inUse), Self.gap(line.gapInUse),
                ]
            }
        )
    }

    private static func quantity(_ number: Int64) -> StyledText { StyledText("\(number)", number == 0 ? .faint : .plain) }

    private static func gap(_ gap: Fraction?) -> StyledText {
        guard let gap else { return "" }
        return StyledText((gap > .zero ? "+" : "") + gap.rounded(decimals: 1)[Speech.language], gap < .zero ? .bad : .good)
    }

    private func share(_ share: ApplicationShare, months: Int) -> [any Block] {
        let waiting = share.notApplied
        let points = say(" điểm phần trăm", " points")
        var pairs = [
            KeyValues.Pair(
                say("Tỷ lệ", "Share"),
                StyledText(share.shown, .strong)
            ),
            KeyValues.Pair(say("Mục tiêu", "Goal"), StyledText(share.goal.printed)),
        ]
        if let gap = share.gap {
            pairs.append(KeyValues.Pair(say("Khoảng cách", "Gap"), Self.gap(gap) + StyledText(points, gap < .zero ? .bad : .good)))
        }
        if !waiting.isEmpty {
            let codes = waiting.prefix(12).map(\.work.code).joined(separator: ", ") + (waiting.count > 12 ? ", …" : "")
            let recent = waiting.count(where: \.isRecent)
            pairs.append(
                KeyValues.Pair(
                    say("Chưa ứng dụng", "Not applied"),
                    StyledText(
                        say(
                            "\(waiting.count) (\(recent) chưa đủ \(months) tháng): ",
                            "\(waiting.count) (\(recent) within \(months) months): "
                        ) + codes
                    )
                )
            )
        }
        return [Heading(share.goal.name[Speech.language], level: 2), KeyValues(pairs)]
    }

    private func list(_ items: [(goal: ProgrammeGoals.Goal, item: GoalReport.Item)]) -> any Block {
        Table(
            columns: [
                Table.Column(say("Mục tiêu", "Goal"), shrinkPriority: 2, minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Kết quả", "Result"), isWhole: true),
                Table.Column(say("Tên", "Name"), shrinkPriority: 3, minimumWidth: 10, overflow: .wrap, dropOrder: 1),
                Table.Column(say("Đăng ký", "Promised"), shrinkPriority: 1, minimumWidth: 8, overflow: .wrap),
                Table.Column(say("Giao nộp", "Delivered"), shrinkPriority: 1, minimumWidth: 9, overflow: .wrap),
                Table.Column(say("Sử dụng từ", "In use since"), isWhole: true),
            ],
            rows: items.enumerated().map { place, pair in
                let (goal, item) = pair
                func quantity(_ number: Int64) -> String { "\(number) \(item.result.unit ?? "")" }
                return [
                    StyledText(place == 0 || items[place - 1].goal.id != goal.id ? goal.id : "", .accent), StyledText(item.result.key),
                    StyledText(item.result.name, .faint), StyledText(quantity(item.result.promised)),
                    item.result.delivered.map { StyledText(quantity($0)) } ?? StyledText(say("chưa", "not yet"), .faint),
                    item.usedSince.map { StyledText($0.shown, .good) } ?? StyledText(say("chưa", "not yet"), .faint),
                ]
            }
        )
    }

    // MARK: For programs

    var sheet: Sheet {
        Sheet(
            header: [
                "goal", "programme", "name", "printed", "at_least", "promised", "delivered", "in_use", "gap", "gap_in_use", "results",
            ],
            rows: figures.flatMap(\.report.lines).map { line in
                [
                    line.goal.id, line.goal.programme ?? "", line.goal.name[Speech.language], line.goal.printed,
                    line.goal.atLeast.exactText,
                    "\(line.promised)", "\(line.delivered)", "\(line.inUse)", line.gap?.exactText ?? "", line.gapInUse?.exactText ?? "",
                    line.items.map(\.result.key).joined(separator: " "),
                ]
            }
        )
    }

    var json: JSONValue {
        [
            "as_known_on": knownOn.json, "programme": JSONValue(programme),
            "goals": .array(figures.flatMap { own in own.report.lines.map { json($0, of: own) } }),
            "shares": .array(figures.flatMap { own in own.shares.map { json($0, of: own) } }),
        ]
    }

    private func json(_ line: GoalReport.Line, of own: GoalFigures) -> JSONValue {
        [
            "goal": .string(line.goal.id), "programme": JSONValue(line.goal.programme), "name": .string(line.goal.name[Speech.language]),
            "printed": .string(line.goal.printed), "at_least": line.goal.atLeast.json, "promised": .int(line.promised),
            "delivered": .int(line.delivered), "in_use": .int(line.inUse), "gap": line.gap?.json ?? .null,
            "gap_in_use": line.gapInUse?.json ?? .null, "reached": .bool(line.isReached),
            "definition": .string(own.scheme.useDefinition), "basis": .string(line.goal.basis),
            "results": .array(
                line.items.map { item in
                    [
                        "task": .string(item.result.task), "result": JSONValue(item.result.number), "name": .string(item.result.name),
                        "unit": JSONValue(item.result.unit), "promised": .int(item.result.promised),
                        "delivered": item.result.delivered.map { .int($0) } ?? .null, "in_use_since": item.usedSince?.json ?? .null,
                    ]
                }
            ),
        ]
    }

    private func json(_ share: ApplicationShare, of own: GoalFigures) -> JSONValue {
        [
            "goal": .string(share.goal.id), "name": .string(share.goal.name[Speech.language]), "printed": .string(share.goal.printed),
            "at_least": share.goal.atLeast.json,
            "years": .array([own.scheme.years.lowerBound, own.scheme.years.upperBound].map { JSONValue($0) }),
            "numerator": JSONValue(share.figure.numerator), "denominator": JSONValue(share.figure.denominator),
            "percent": JSONValue(share.figure.percent), "gap": JSONValue(share.gap?.rounded(decimals: 1)[.en]),
            "definition": .string(own.scheme.useDefinition), "basis": .string(share.goal.basis),
            "tasks": .array(
                share.cases.map { one in
                    [
                        "task": .string(one.work.code), "title": .string(one.work.title), "programme": JSONValue(one.work.programme),
                        "accepted_on": one.work.acceptedOn.json, "in_use_since": one.usedSince?.json ?? .null,
                        "recent": .bool(one.isRecent),
                    ]
                }
            ),
        ]
    }
}

extension ApplicationShare {
    /// `63,2 % (84 / 133)`
    var shown: String { figure.denominator == 0 ? say("chưa có nhiệm vụ nào nghiệm thu", "no task is accepted yet") : figure.shown }
}

extension GoalResult {
    /// What it is called in lists: `NV-2025-001/result/2`.
    var key: String { "\(task)/result/\(number)" }
}
