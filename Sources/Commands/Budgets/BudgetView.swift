import CanonicalJSON
import Engine
import LifecycleModel
import LumpSum
import Rules
import Services
import Store
import Terminal

/// The money of a task: plan against movement, what may be advanced today and why, what blocks the rest.
struct BudgetView {
    let record: BudgetRecord
    let day: CivilDate
    /// The receipt of what was just recorded; nil inside when it was a trial, nil outside when nothing was to be recorded.
    var receipt: Receipt?? = nil

    /// What of the rules stands between the host and its next money.
    var barriers: [Blocker] = []

    init(_ record: BudgetRecord, day: CivilDate) {
        self.record = record
        self.day = day
    }

    private var budget: TaskBudget { record.budget }

    // MARK: For people

    /// Everything.
    var blocks: [any Block] {
        get throws {
            var blocks: [any Block] = [Heading("\(record.task.code)  \(record.task.fact("task.title")?.text ?? "")"), head]
            if let estimate = budget.estimate {
                blocks += [Heading(say("Dự toán và thực hiện", "Plan and movement"), level: 2), try items(estimate)]
            }
            blocks += [Heading(say("Theo năm", "By year"), level: 2), try years]
            if !budget.advances.isEmpty { blocks += [Heading(say("Tạm ứng", "Advances"), level: 2), advances] }
            blocks += try spending
            blocks += try room
            blocks += ending
            if !record.isOnRecord, try budget.advanced() > .zero {
                blocks.append(
                    Paragraph(
                        StyledText(
                            say(
                                "Số liệu lấy từ các đợt tạm ứng của nhiệm vụ; chưa có dự toán theo nội dung chi (nhiemvu budget plan).",
                                "Figures are those of the task's advances; there is no estimate by item yet (nhiemvu budget plan)."
                            ),
                            .faint
                        )
                    )
                )
            }
            return blocks
        }
    }

    /// Settlement and recovery, where there are any.
    private var ending: [any Block] {
        var blocks: [any Block] = []
        if let settlement = budget.settlement {
            blocks += [Heading(say("Quyết toán", "Settlement"), level: 2), Self.settlement(settlement)]
        }
        if let recovery = budget.recovery { blocks += [Heading(say("Hoàn trả", "Recovery"), level: 2), self.recovery(recovery)] }
        return blocks
    }

    /// After something was recorded: the figures and the receipt.
    var brief: [any Block] {
        get throws {
            var blocks: [any Block] = [Heading("\(record.task.code)  \(record.task.fact("task.title")?.text ?? "")")]
            if !record.added.isEmpty {
                blocks.append(
                    KeyValues(
                        try record.added.map { event in
                            RecordedMovement(try BudgetHappening(kind: event.kind, payload: event.payload), under: budget.law).pair
                        }
                    )
                )
            }
            blocks += [head, try years]
            blocks += ending
            switch receipt {
            case .some(.some(let receipt)): blocks.append(receipt.block)
            case .some(.none):
                blocks.append(Paragraph(StyledText(say("Xem thử: chưa ghi gì.", "A trial: nothing was recorded."), .warning)))
            case .none: break
            }
            return blocks
        }
    }

    private var head: any Block {
        let terms = record.terms
        var pairs: [KeyValues.Pair] = []
        func add(_ vi: String, _ en: String, _ text: String?) {
            guard let text else { return }
            pairs.append(KeyValues.Pair(say(vi, en), StyledText(text)))
        }
        add("Phương thức", "Mode", (terms.mode ?? budget.estimate?.mode)?.phrase[Speech.language])
        add("Ngân sách được duyệt", "State money approved", terms.approved?.formatted())
        add("Trong đó khoán", "Of it lump-summed", terms.lumpSum?.formatted())
        add("Đối ứng", "Counterpart", terms.counterpart.flatMap { $0 > .zero ? $0.formatted() : nil })
        for request in record.requests {
            add("Đề nghị đang chờ (advance:\(request.number))", "Asked for (advance:\(request.number))", request.amount.formatted())
        }
        if let signed = terms.signedOn, let ends = terms.endsOn {
            add("Hợp đồng", "Contract", "\(signed.shown) – \(ends.shown)")
        }
        return KeyValues(pairs)
    }

    private func items(_ estimate: Estimate) throws -> any Block {
        let years = estimate.years
        let cleared = try budget.done()
        var order = budget.law.rules.items.map(\.id)
        order += Set(estimate.lines.map(\.item)).union(cleared.keys.map(\.item)).subtracting(order).sorted()
        var rows: [[StyledText]] = []
        var sums = [Int64](repeating: 0, count: years.count + 3)
        for source in FundingSource.allCases {
            for item in order {
                let lines = estimate.lines.filter { $0.item == item && $0.source == source }
                let places = cleared.filter { $0.key.item == item && $0.key.source == source }
                guard !lines.isEmpty || !places.isEmpty else { continue }
                let byYear = years.map { year in lines.filter { $0.year == year }.reduce(Int64(0)) { $0 + $1.amount.amount } }
                let planned = byYear.reduce(0, +)
                let done = places.reduce(Int64(0)) { $0 + $1.value.amount }
                let figures = byYear + [planned, done, planned - done]
                for (index, figure) in figures.enumerated() { sums[index] += figure }
                let mark =
                    source != .state
                    ? source.phrase[Speech.language]
                    : lines.contains(where: \.isLumpSum) || places.keys.contains(where: \.isLumpSum)
                        ? say("khoán", "lump sum") : say("không khoán", "outside")
                let name = StyledText(budget.law.label(of: item)[Speech.language])
                rows.append([name, StyledText(item, .faint), StyledText(mark, .faint)] + figures.map(Self.money))
            }
        }
        return Table(
            columns: [
                Table.Column(say("Nội dung chi", "Item"), shrinkPriority: 2, minimumWidth: 24, overflow: .wrap),
                Table.Column(say("Mã", "Code"), minimumWidth: 4, isWhole: true, dropOrder: 5),
                Table.Column(say("Khoán, nguồn", "Kind, source"), shrinkPriority: 1, minimumWidth: 8, overflow: .wrap, dropOrder: 2),
            ]
                + years.map { Self.figures("\($0)", dropOrder: 4) }
                + [
                    Self.figures(say("Cộng", "Total")), Self.figures(say("Đã thực hiện", "Done"), dropOrder: 1),
                    Self.figures(say("Còn lại", "Left")),
                ],
            rows: rows,
            footer: [[StyledText(say("Cộng", "Total"), .strong), "", ""] + sums.map(Self.money)]
        )
    }

    private var years: any Block {
        get throws {
            let summary = try BudgetSummary(record)
            return Table(
                columns: [Table.Column(say("Năm", "Year"), minimumWidth: 4)]
                    + [
                        say("Dự toán", "Planned"), say("Được giao", "Allotted"), say("Đã tạm ứng", "Advanced"),
                        say("Đã thanh toán", "Cleared"),
                        say("Nộp trả", "Given back"), say("Còn dự toán giao", "Allotted, left"),
                    ].enumerated().map { Self.figures($1, dropOrder: $0 == 4 ? 2 : $0 == 0 || $0 == 5 ? 1 : nil) },
                rows: summary.years.sorted { $0.key < $1.key }.map { year, figures in
                    let planned = figures.planned[.state] ?? .zero
                    return [StyledText("\(year)", .accent)]
                        + [planned, figures.allotted, figures.advanced, figures.cleared, figures.givenBack, budget.left(of: year)]
                        .map { Self.money($0.amount) }
                },
                footer: [
                    [StyledText(say("Cộng", "Total"), .strong)]
                        + [
                            try (budget.estimate ?? Estimate(lines: [])).total(of: .state), try budget.allotted(), try budget.advanced(),
                            try budget.cleared(), try budget.givenBack(),
                            Dong(budget.openYears.reduce(Int64(0)) { $0 + budget.left(of: $1).amount }),
                        ].map { Self.money($0.amount) }
                ]
            )
        }
    }

    private var advances: any Block {
        Table(
            columns: [
                Table.Column(say("Đợt", "No."), alignment: .right), Table.Column(say("Ngày chi", "Paid on"), minimumWidth: 10),
                Self.figures(say("Số tiền", "Amount")), Self.figures(say("Chưa thanh toán", "Open")),
                Self.figures(say("Đang đề nghị thanh toán", "Reported"), dropOrder: 1),
            ],
            rows: budget.advances.map { advance in
                [
                    StyledText("\(advance.number)", .accent), StyledText(advance.paidOn.shown), Self.money(advance.amount.amount),
                    Self.money(budget.outstanding(advance.number).amount), StyledText(advance.reported?.formatted(.none) ?? ""),
                ]
            }
        )
    }

    private var room: [any Block] {
        get throws {
            let year = BudgetRecord.year(of: day)
            let working = try budget.room(on: day, year: year, terms: record.terms)
            var blocks: [any Block] = [
                Heading(say("Được tạm ứng ngày \(day.shown)", "May be advanced on \(day)"), level: 2),
                Paragraph(StyledText(working.result.formatted(), working.result > .zero ? .good : .warning)),
            ]
            if !working.steps.isEmpty { blocks.append(Self.steps(working.steps)) }
            if !working.blockers.isEmpty { blocks.append(Self.list(working.blockers)) }
            if !barriers.isEmpty {
                blocks += [
                    Heading(say("Còn vướng khi đề nghị và chi", "What else stands in the way of asking and paying"), level: 2),
                    Self.list(barriers),
                ]
            }
            return blocks
        }
    }

    private static func list(_ blockers: [Blocker]) -> any Block {
        Bullets(
            blockers.map { blocker in
                Bullets.Point(
                    StyledText(blocker.message[Speech.language], .bad) + StyledText(blocker.basis.map { "  \($0)" } ?? "", .faint),
                    points: blocker.cure.map { [Bullets.Point(StyledText($0[Speech.language], .faint))] } ?? []
                )
            }
        )
    }

    /// A working as rows: what, how much, which article.
    static func steps(_ steps: [Working.Step]) -> any Block {
        Table(
            columns: [
                Table.Column(say("Cách tính", "Working"), shrinkPriority: 2, minimumWidth: 16, overflow: .wrap),
                figures(say("Đồng", "Đồng")),
                Table.Column(say("Căn cứ", "Basis"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
            ],
            rows: steps.map { step in
                let mark = step.standing == .assumed ? say(" (tạm tính)", " (assumed)") : ""
                return [StyledText(step.label[Speech.language]), money(step.amount.amount), StyledText((step.basis ?? "") + mark, .faint)]
            }
        )
    }

    private static func settlement(_ settlement: Settlement) -> any Block {
        KeyValues(
            [
                (say("Được quyết toán", "Settled"), settlement.settled),
                (say("Thực chi phần khoán", "Spent, lump sum"), settlement.spentLumpSum),
                (say("Thực chi ngoài khoán", "Spent, outside"), settlement.spentOther),
                (
                    say("Tiết kiệm phần khoán (nguồn thu khác của tổ chức chủ trì)", "Saved, lump sum (the host's income)"),
                    settlement.savedLumpSum
                ),
                (say("Tiết kiệm ngoài khoán, vào quỹ của tổ chức chủ trì", "Saved outside, to the host's fund"), settlement.toHostFund),
                (
                    say("Tiết kiệm ngoài khoán, nộp quỹ KH&CN hoặc ngân sách", "Saved outside, to the S&T fund or the state"),
                    settlement.toStateFund
                ),
                (say("Việc không thực hiện, đã nộp trả", "Work not done, given back"), settlement.notDone),
            ].map { KeyValues.Pair($0, StyledText($1.formatted())) }
        )
    }

    private func recovery(_ recovery: Recovery) -> any Block {
        KeyValues(
            [
                (say("Phải hoàn trả", "To be repaid"), recovery.decided), (say("Còn phải hoàn trả", "Still owed"), budget.owed),
                (say("Chưa sử dụng", "Not used"), recovery.unused), (say("Sử dụng đúng quy định", "Properly used"), recovery.proper),
                (say("Không chứng minh được", "Not proven"), recovery.unproven),
            ].map { KeyValues.Pair($0, StyledText($1.formatted())) }
        )
    }

    /// A column of money, which is never cut.
    static func figures(_ title: String, dropOrder: Int? = nil) -> Table.Column {
        Table.Column(title, alignment: .right, minimumWidth: 6, isWhole: true, dropOrder: dropOrder)
    }

    static func money(_ amount: Int64) -> StyledText {
        amount == 0 ? StyledText("–", .faint) : StyledText(Dong(amount).formatted(.none))
    }

    // MARK: For programs

    /// The fields other programs rely on, in đồng.
    var json: JSONValue {
        var object: JSONObject = ["task": .string(record.task.code)]
        object["plan"] =
            budget.estimate.map { estimate in
                .object([
                    "mode": .string(estimate.mode.rawValue), "lines": estimate.lines.json,
                    "state": (try? estimate.total(of: .state))?.json ?? .null,
                    "counterpart": (try? estimate.total(of: .counterpart))?.json ?? .null,
                    "lump_sum": (try? estimate.lumpSum())?.json ?? .null,
                ])
            } ?? .null
        object["approved"] = record.terms.approved?.json ?? .null
        let figures: [(String, () throws -> Dong)] = [
            ("allotted", { try budget.allotted() }), ("advanced", { try budget.advanced() }), ("cleared", { try budget.cleared() }),
            ("given_back", { try budget.givenBack() }), ("outstanding", { try budget.outstanding() }),
        ]
        for (name, figure) in figures { object[name] = (try? figure())?.json ?? .null }
        object["settled"] = budget.settlement?.settled.json ?? .null
        object["settlement"] = budget.settlement?.json ?? .null
        object["recovery"] = budget.recovery?.json ?? .null
        object["owed"] = budget.owed.json
        object["years"] = (try? BudgetSummary(record))?.json["years"] ?? .null
        object["advances"] = .array(
            budget.advances.map {
                [
                    "number": .int($0.number), "year": JSONValue($0.year), "paid_on": $0.paidOn.json, "amount": $0.amount.json,
                    "outstanding": budget.outstanding($0.number).json, "reported": $0.reported?.json ?? .null,
                ]
            }
        )
        object["spending"] = spendingJSON
        object["requests"] = .array(record.requests.map { ["number": .int($0.number), "amount": $0.amount.json] })
        if let working = try? budget.room(on: day, year: BudgetRecord.year(of: day), terms: record.terms) {
            object["advance_available_today"] = working.result.json
            object["working"] = .array(
                working.steps.map {
                    ["label": .string($0.label[Speech.language]), "amount": $0.amount.json, "basis": JSONValue($0.basis)]
                }
            )
            object["blockers"] = .array(
                (working.blockers + barriers).map {
                    ["code": .string($0.code), "message": .string($0.message[Speech.language]), "basis": JSONValue($0.basis)]
                }
            )
        }
        if case .some(let receipt) = receipt {
            object["recorded"] = .array(
                record.added.map { ["kind": .string($0.kind), "happened_on": $0.happenedOn.json, "payload": $0.payload] }
            )
            object["dry_run"] = .bool(receipt == nil)
            object["receipt"] = receipt?.json ?? .null
        }
        return .object(object)
    }
}
