import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Store
import Terminal

/// How a figure about use looks.
struct UseView {
    let question: UseIndicatorOptions.Question
    let tally: UseTally
    /// How it differs from what is known today, where another day was asked for.
    let difference: Difference?
    let grouping: ResultRecord.Grouping?
    let names: [String: String]
    let showsReasons: Bool

    private var target: (year: Int, figure: PrintedFigure)? { question.entry.target(for: tally.year) }
    private var gap: Fraction? { target?.figure.number.flatMap { tally.figure.gap(to: $0) } }

    // MARK: For people

    var blocks: [any Block] {
        var blocks: [any Block] = [
            Heading("\(question.entry.number). \(question.indicator.label[Speech.language]), \(tally.year)"), KeyValues(pairs),
        ]
        if let tenths = tally.figure.tenths {
            blocks.append(
                BarChart([
                    BarChart.Row(
                        say("Đã ứng dụng", "In use"),
                        ShareBar(value: tenths, of: 1000, target: target?.figure.number.flatMap(Self.tenths)),
                        figures: StyledText(tally.figure.shown)
                    )
                ])
            )
        }
        if let grouping { blocks.append(groups(by: grouping)) }
        blocks += differences
        if !tally.tasksWithoutResults.isEmpty {
            blocks.append(
                Paragraph(
                    StyledText(
                        say(
                            "\(tally.tasksWithoutResults.count) nhiệm vụ nghiệm thu chưa ghi kết quả nào nên không được tính: ",
                            "\(tally.tasksWithoutResults.count) accepted tasks have no result on record and are not counted: "
                        ) + tally.tasksWithoutResults.prefix(12).joined(separator: ", ")
                            + (tally.tasksWithoutResults.count > 12 ? ", …" : ""),
                        .warning
                    )
                )
            )
        }
        blocks.append(Paragraph(StyledText(question.terms.phrase[Speech.language] + ". " + question.indicator.source, .faint)))
        if showsReasons {
            blocks += [
                Heading(say("Vì sao tính như vậy", "Why it is counted so"), level: 2),
                Bullets(
                    question.indicator.reasons.map {
                        Bullets.Point(StyledText("\($0.choice): ", .accent) + StyledText($0.why[Speech.language]))
                    }
                ),
            ]
        }
        return blocks
    }

    private var pairs: [KeyValues.Pair] {
        let figure = tally.figure
        var pairs = [
            KeyValues.Pair(say("Tỷ lệ", "Share"), StyledText(figure.shown, .strong)),
            KeyValues.Pair(
                say("Chưa đủ thời gian, không tính", "Not due yet, not counted"),
                StyledText("\(figure.open)")
            ),
        ]
        if let target {
            let year = target.year == tally.year ? "" : " (\(target.year))"
            pairs.append(KeyValues.Pair(say("Mục tiêu", "Target"), StyledText(target.figure.text + year)))
        }
        if let gap {
            let text = (gap > .zero ? "+" : "") + gap.rounded(decimals: 1)[Speech.language]
            pairs.append(
                KeyValues.Pair(
                    say("Khoảng cách", "Gap"),
                    StyledText(text + say(" điểm phần trăm", " points"), gap < .zero ? .bad : .good)
                )
            )
        }
        pairs += [
            KeyValues.Pair(say("Cách tính", "Definition"), StyledText(name)),
            KeyValues.Pair(say("Theo những gì đã ghi đến", "As recorded by"), StyledText(tally.knownOn.shown)),
        ]
        return pairs
    }

    private var name: String {
        guard let definition = question.definition else { return say("mặc định", "default") }
        return "\(definition) (\(question.indicator.alternatives[definition]?.label[Speech.language] ?? ""))"
    }

    private func groups(by grouping: ResultRecord.Grouping) -> any Block {
        Table(
            columns: [
                Table.Column(grouping.head, shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Đã ứng dụng", "In use"), alignment: .right), Table.Column(say("Được tính", "Counted"), alignment: .right),
                Table.Column(say("Tỷ lệ %", "Share %"), alignment: .right),
                Table.Column(say("Chưa đủ thời gian", "Not due yet"), alignment: .right, dropOrder: 1),
            ],
            rows: tally.groups.map { [StyledText(label($0.key), .accent)] + Self.cells($0.figure) },
            footer: [[StyledText(say("Cộng", "Total"), .strong)] + Self.cells(tally.figure)]
        )
    }

    private func label(_ key: String) -> String {
        key.isEmpty
            ? say("(không có)", "(none)") : key.split(separator: " + ").map { names[String($0)] ?? String($0) }.joined(separator: " + ")
    }

    private static func cells(_ figure: UseFigure) -> [StyledText] {
        [
            StyledText("\(figure.numerator)"), StyledText("\(figure.denominator)"), StyledText(figure.localPercent ?? "–"),
            StyledText(figure.open == 0 ? "–" : "\(figure.open)", .faint),
        ]
    }

    /// What later records changed.
    private var differences: [any Block] {
        guard let difference else { return [] }
        let changes = difference.changes
        var blocks: [any Block] = [
            Heading(say("Khác với hiện nay", "What differs from today"), level: 2),
            Paragraph(StyledText(say("Theo những gì đã ghi đến nay: ", "As recorded by now: ") + difference.now.figure.shown)),
        ]
        if changes.isEmpty {
            blocks.append(Paragraph(StyledText(say("Không kết quả nào đổi kết luận.", "No result is judged otherwise."), .faint)))
        } else {
            blocks.append(
                Table(
                    columns: [
                        Table.Column(say("Kết quả", "Result")), Table.Column(say("Khi đó", "Then")), Table.Column(say("Hiện nay", "Now")),
                        Table.Column(say("Vì sao", "Why"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap),
                    ],
                    rows: changes.map { change in
                        [
                            StyledText(change.key, .accent), StyledText(Self.word(change.then)), StyledText(Self.word(change.now)),
                            StyledText((change.now ?? change.then)?.phrase[Speech.language] ?? "", .faint),
                        ]
                    }
                )
            )
        }
        return blocks
    }

    private static func word(_ verdict: Verdict?) -> String {
        verdict?.outcome.phrase[Speech.language] ?? say("không có trong hồ sơ", "not on record")
    }

    private static func tenths(_ share: Fraction) -> Int64? {
        (try? share.multiplied(by: Fraction(10)))?.floor
    }

    // MARK: For spreadsheets

    /// A row for each group; without groups the fields of the answer in one.
    var sheet: Sheet? {
        guard grouping != nil else { return nil }
        return Sheet(
            header: ["year", "key", "name", "numerator", "denominator", "percent", "open"],
            rows: tally.groups.map { group in
                [
                    "\(tally.year)", group.key, label(group.key), "\(group.figure.numerator)", "\(group.figure.denominator)",
                    group.figure.percent ?? "", "\(group.figure.open)",
                ]
            }
        )
    }

    // MARK: For programs

    var json: JSONValue {
        var object: JSONObject = [
            "number": JSONValue(question.entry.number), "label": .string(question.indicator.label[Speech.language]),
            "year": JSONValue(tally.year), "definition": .string(question.definition ?? "default"),
            "terms": question.terms.json, "as_known_on": tally.knownOn.json,
        ]
        for member in tally.figure.json.object ?? JSONObject() { object[member.key] = member.value }
        object["target"] = JSONValue(target?.figure.text)
        object["target_year"] = target.map { JSONValue($0.year) } ?? .null
        object["gap"] = JSONValue(gap?.rounded(decimals: 1)[.en])
        if let grouping {
            object["by"] = .string(grouping.rawValue)
            object["groups"] = .array(
                tally.groups.map { group in
                    var row: JSONObject = ["key": .string(group.key), "name": .string(label(group.key))]
                    for member in group.figure.json.object ?? JSONObject() { row[member.key] = member.value }
                    return .object(row)
                }
            )
        }
        object["tasks_without_results"] = JSONValue(tally.tasksWithoutResults)
        if let difference {
            object["today"] = difference.now.figure.json
            object["changes"] = .array(
                difference.changes.map { change in
                    [
                        "result": .string(change.key), "then": JSONValue(change.then?.outcome.rawValue),
                        "now": JSONValue(change.now?.outcome.rawValue),
                    ]
                }
            )
        }
        return .object(object)
    }
}

extension UseView {
    /// One year by what was known on two days.
    struct Difference {
        let then, now: UseReport

        /// The results that are judged otherwise, by what they are called.
        var changes: [(key: String, then: Verdict?, now: Verdict?)] {
            let (then, now) = (then.byKey, now.byKey)
            return Set(then.keys).union(now.keys).sorted().compactMap { key in
                then[key]?.outcome == now[key]?.outcome ? nil : (key, then[key], now[key])
            }
        }
    }
}

extension UseReport {
    /// Every verdict by `TASK/result/NUMBER`.
    fileprivate var byKey: [String: Verdict] {
        Dictionary(cases.flatMap(\.verdicts).map { ($0.result.key, $0) }) { first, _ in first }
    }
}

extension ResultRecord {
    /// What it is called in lists: `NV-2025-001/result/2`.
    var key: String { "\(task)/result/\(number)" }
}

extension UseFigure {
    /// The percentage the way the reader's country writes it.
    var localPercent: String? { percent.map { Speech.language == .vi ? $0.replacing(".", with: ",") : $0 } }

    /// `52,4 % (33 / 63)`
    var shown: String {
        guard let localPercent else { return say("chưa có kết quả nào đến hạn tính", "no result is due to be counted") }
        return "\(localPercent) % (\(numerator) / \(denominator))"
    }

    var json: JSONValue {
        [
            "numerator": JSONValue(numerator), "denominator": JSONValue(denominator), "percent": JSONValue(percent),
            "open": JSONValue(open),
        ]
    }
}

extension UseIndicator.Terms {
    var json: JSONValue {
        [
            "unit": .string(unit.rawValue), "months": JSONValue(months), "standing": .string(standing.rawValue), "kinds": JSONValue(kinds),
            "proof_within_days": proofWithin.map { JSONValue($0) } ?? .null,
        ]
    }
}
