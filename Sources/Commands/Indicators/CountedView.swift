import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Store
import Terminal

/// How an indicator that counts looks, with everything counted.
struct CountedView {
    let question: UseIndicatorOptions.CountQuestion
    let report: CountReport
    /// What the responsible body reported, where the record holds a part alone.
    let entered: IndicatorRegister.Entered?
    let grouping: ResultRecord.Grouping?
    let names: [String: String]
    let hosts: [String: String]
    let showsReasons: Bool

    private var isWhole: Bool { question.indicator.coverage == .whole }
    private var target: (year: Int, figure: PrintedFigure)? { question.entry.target(for: report.year) }
    /// The count less the target; a part is held to none.
    private var gap: Fraction? {
        guard isWhole, let aim = target?.figure.number else { return nil }
        return try? Fraction(Int64(report.count)).subtracting(aim)
    }

    // MARK: For people

    var blocks: [any Block] {
        var blocks: [any Block] = [
            Heading("\(question.entry.number). \(question.indicator.label[Speech.language]), \(report.year)"), KeyValues(pairs),
        ]
        if let grouping, !report.items.isEmpty { blocks.append(groups(by: grouping)) }
        if !report.items.isEmpty { blocks.append(list) }
        blocks.append(Paragraph(StyledText(phrase + ". " + question.indicator.source, .faint)))
        if showsReasons {
            blocks += [
                Heading(say("Vì sao đếm như vậy", "Why it is counted so"), level: 2),
                Bullets(
                    question.indicator.reasons.map {
                        Bullets.Point(StyledText("\($0.choice): ", .accent) + StyledText($0.why[Speech.language]))
                    }
                ),
            ]
        }
        return blocks
    }

    /// The definition in one sentence.
    private var phrase: String {
        let levels = question.terms.levels.joined(separator: ", ")
        let subject = question.terms.subject.phrase[Speech.language]
        return say("Được đếm: \(subject); cấp quản lý: \(levels)", "Counted: \(subject); levels: \(levels)")
    }

    private var pairs: [KeyValues.Pair] {
        let unit = question.entry.unit.map { " " + $0[Speech.language].lowercased() } ?? ""
        var pairs = [
            KeyValues.Pair(
                isWhole ? say("Giá trị", "Value") : say("Phần có trong hồ sơ", "On record"),
                StyledText("\(report.count)\(unit)", .strong)
            )
        ]
        if !isWhole {
            pairs.append(
                KeyValues.Pair(
                    say("Giá trị đã báo cáo", "Value reported"),
                    StyledText(entered?.value.figure.text ?? say("chưa có", "none yet"), isBelowRecord ? .bad : .plain)
                )
            )
        }
        if let target {
            let year = target.year == report.year ? "" : " (\(target.year))"
            pairs.append(KeyValues.Pair(say("Mục tiêu", "Target"), StyledText(target.figure.text + year)))
        }
        if let gap {
            let text = (gap > .zero ? "+" : "") + gap.rounded(decimals: 0)[Speech.language]
            pairs.append(KeyValues.Pair(say("Khoảng cách", "Gap"), StyledText(text, gap < .zero ? .bad : .good)))
        }
        let name = question.definition.map { "\($0) (\(question.indicator.alternatives[$0]?.label[Speech.language] ?? ""))" }
        return pairs + [
            KeyValues.Pair(say("Cách tính", "Definition"), StyledText(name ?? say("mặc định", "default"))),
            KeyValues.Pair(say("Đếm đến ngày", "Counted up to"), StyledText(report.day.shown)),
        ]
    }

    /// Whether less was reported than the record holds.
    private var isBelowRecord: Bool {
        entered?.value.figure.number.map { $0 < Fraction(Int64(report.count)) } ?? false
    }

    private func groups(by grouping: ResultRecord.Grouping) -> any Block {
        Table(
            columns: [
                Table.Column(
                    grouping == .host ? say("Tổ chức chủ trì", "Host") : grouping.head,
                    shrinkPriority: 1,
                    minimumWidth: 12,
                    overflow: .wrap
                ),
                Table.Column(say("Số", "Count"), alignment: .right),
            ],
            rows: report.groups(by: grouping).map { [StyledText(label($0.key), .accent), StyledText("\($0.count)")] },
            footer: [[StyledText(say("Cộng", "Total"), .strong), StyledText("\(report.count)")]]
        )
    }

    private func label(_ key: String) -> String { key.isEmpty ? say("(không có)", "(none)") : names[key] ?? key }

    private var list: any Block {
        let day =
            switch question.terms.subject {
            case .tasksAccepted: say("Nghiệm thu", "Accepted")
            case .tasksCarriedOut, .tasksStarted: say("Phê duyệt", "Awarded")
            case .resultsCommercialised: say("Ký hợp đồng", "Signed")
            }
        return Table(
            columns: [
                Table.Column(say("Mã", "Code"), minimumWidth: 11),
                Table.Column(say("Tên nhiệm vụ", "Title"), shrinkPriority: 1, minimumWidth: 20),
                Table.Column(say("Tổ chức chủ trì", "Host"), shrinkPriority: 2, minimumWidth: 10, dropOrder: 1),
                Table.Column(day, minimumWidth: 10),
            ],
            rows: report.items.map { item in
                [
                    StyledText(item.key, .accent), StyledText(item.task.title),
                    StyledText(item.task.host.map { hosts[$0] ?? $0 } ?? "", .faint), StyledText(item.on.shown),
                ]
            }
        )
    }

    // MARK: For programs

    var sheet: Sheet {
        Sheet(
            header: ["task", "result", "title", "host", "programme", "on"],
            rows: report.items.map { item in
                [
                    item.task.code, item.result.map { "\($0)" } ?? "", item.task.title, item.task.host ?? "", item.task.programme ?? "",
                    "\(item.on)",
                ]
            }
        )
    }

    var json: JSONValue {
        var object: JSONObject = [
            "number": JSONValue(question.entry.number), "label": .string(question.indicator.label[Speech.language]),
            "year": JSONValue(report.year), "definition": .string(question.definition ?? "default"),
            "terms": ["what": .string(question.terms.subject.rawValue), "levels": JSONValue(question.terms.levels)],
            "covers": .string(question.indicator.coverage.rawValue), "counted_up_to": report.day.json, "count": JSONValue(report.count),
            "reported": JSONValue(entered?.value.figure.text), "target": JSONValue(target?.figure.text),
            "target_year": target.map { JSONValue($0.year) } ?? .null, "gap": JSONValue(gap?.rounded(decimals: 0)[.en]),
            "records": .array(
                report.items.map { item in
                    [
                        "task": .string(item.task.code), "result": item.result.map { JSONValue($0) } ?? .null,
                        "title": .string(item.task.title), "host": JSONValue(item.task.host), "programme": JSONValue(item.task.programme),
                        "on": item.on.json,
                    ]
                }
            ),
        ]
        if let grouping {
            object["by"] = .string(grouping.rawValue)
            object["groups"] = .array(
                report.groups(by: grouping).map {
                    ["key": .string($0.key), "name": .string(label($0.key)), "count": JSONValue($0.count)]
                }
            )
        }
        return .object(object)
    }
}

extension CountReport.Item {
    /// What it is called in lists: the task's code, with the result where one is counted.
    var key: String { result.map { "\(task.code)/result/\($0)" } ?? task.code }
}
