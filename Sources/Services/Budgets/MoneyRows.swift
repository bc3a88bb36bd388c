import Importing
import LifecycleModel
import LumpSum
import Rules

/// What happened to money as rows of a portfolio's file, and back.
struct MoneyRows {
    /// What the rows of one movement have in common.
    struct Head {
        let task: TaskCode
        let entry: Int
        let day: CivilDate
        let actor: PersonCode
    }

    /// The rows of a happening; reading them gives it again.
    static func rows(_ happening: BudgetHappening, _ head: Head) -> [MoneyEntry] {
        func row(_ change: (inout MoneyEntry) -> Void = { _ in }) -> MoneyEntry {
            var row = MoneyEntry(
                task: head.task,
                entry: head.entry,
                happenedOn: head.day,
                actor: head.actor,
                movement: happening.kind
            )
            change(&row)
            return row
        }
        func line(_ line: BudgetLine) -> MoneyEntry {
            row {
                ($0.item, $0.year, $0.amount, $0.isLumpSum) = (line.item, line.year, line.amount, line.isLumpSum)
                $0.source = line.source == .state ? nil : line.source.rawValue
            }
        }
        func part(_ name: String, _ amount: Dong, _ text: String? = nil) -> MoneyEntry {
            row { ($0.part, $0.amount, $0.text) = (name, amount, text) }
        }
        switch happening {
        case .estimated(let estimate):
            return [row { ($0.part, $0.text) = ("mode", estimate.mode.rawValue) }] + estimate.lines.map(line)
                + estimate.labour.map { labour in
                    row {
                        ($0.part, $0.item, $0.number, $0.amount) = ("labour", labour.title.rawValue, labour.people, labour.rate)
                        $0.text = "\(labour.months.numerator)/\(labour.months.denominator)"
                    }
                }
                + estimate.reasons.sorted { $0.key < $1.key }.map { limit, reason in
                    row { ($0.part, $0.item, $0.text) = ("reason", limit, reason) }
                }
        case .allotted(let year, let amount), .allotmentCut(let year, let amount):
            return [row { ($0.year, $0.amount) = (year, amount) }]
        case .rolledOver(let from, let to, let amount): return [row { ($0.year, $0.toYear, $0.amount) = (from, to, amount) }]
        case .advanced(let number, let year, let amount):
            return [row { ($0.number, $0.year, $0.amount) = (Int(clamping: number), year, amount) }]
        case .volumeReported(let number, let amount), .givenBack(let number, let amount):
            return [row { ($0.number, $0.amount) = (Int(clamping: number), amount) }]
        case .cleared(let number, let lines):
            return lines.map { cleared in
                var row = line(cleared)
                row.number = Int(clamping: number)
                return row
            }
        case .moved(let moves, let reason):
            return moves.map { move in
                row { ($0.item, $0.toItem, $0.year, $0.amount, $0.text) = (move.from, move.to, move.year, move.amount, reason) }
            }
        case .setOutside(let lines, let reason): return [row { ($0.part, $0.text) = ("reason", reason) }] + lines.map(line)
        case .spent(let year, let received, let lines):
            return [row { ($0.part, $0.year, $0.amount) = ("received", year, received) }] + lines.map(line)
        case .spentAnew(let year, let received, let lines, let reason):
            return [row { ($0.part, $0.year, $0.amount, $0.text) = ("received", year, received, reason) }] + lines.map(line)
        case .settled(let settlement):
            return [
                part("cleared_lump_sum", settlement.clearedLumpSum), part("cleared_other", settlement.clearedOther),
                part("spent_lump_sum", settlement.spentLumpSum), part("spent_other", settlement.spentOther),
                part("not_done", settlement.notDone), part("to_host_fund", settlement.toHostFund),
                part("to_state_fund", settlement.toStateFund),
            ]
        case .recoveryDecided(let recovery):
            return [
                part("unused", recovery.unused), part("proper", recovery.proper), part("unproven", recovery.unproven),
                part("decided", recovery.decided, recovery.isHostsFault ? "subjective" : "objective"),
            ]
        case .recoveryPaid(let amount): return [row { $0.amount = amount }]
        }
    }

    /// The happening that the rows of one movement tell.
    ///
    /// - Throws: `Refusal` that says what the rows lack.
    static func happening(_ rows: [MoneyEntry]) throws(Refusal) -> BudgetHappening {
        let first = rows.first
        func fault(_ vi: String, _ en: String) -> Refusal { Refusal("money-rows", Phrase(vi: vi, en: en)) }
        func lacks(_ column: String) -> Refusal { fault("thiếu \(column)", "\(column) is missing") }
        func amount(_ row: MoneyEntry?) throws(Refusal) -> Dong {
            guard let amount = row?.amount else { throw lacks("amount") }
            return amount
        }
        func year(_ row: MoneyEntry?) throws(Refusal) -> Int {
            guard let year = row?.year else { throw lacks("year") }
            return year
        }
        func number() throws(Refusal) -> Int64 {
            guard let number = first?.number else { throw lacks("number") }
            return Int64(number)
        }
        func part(_ name: String) throws(Refusal) -> Dong {
            guard let row = rows.first(where: { $0.part == name }) else { throw lacks("part=\(name)") }
            return try amount(row)
        }
        func lines() throws(Refusal) -> [BudgetLine] {
            var lines: [BudgetLine] = []
            for row in rows where row.part == nil {
                guard let item = row.item else { throw lacks("item") }
                guard let source = FundingSource(rawValue: row.source ?? FundingSource.state.rawValue) else {
                    throw fault("không có nguồn ‘\(row.source ?? "")’", "there is no source ‘\(row.source ?? "")’")
                }
                lines.append(
                    BudgetLine(item: item, year: try year(row), source: source, amount: try amount(row), isLumpSum: row.isLumpSum)
                )
            }
            return lines
        }
        let text = rows.compactMap(\.text).first ?? ""
        switch first?.movement {
        case "estimate_recorded"?:
            guard let mode = LumpSumMode(rawValue: rows.first { $0.part == "mode" }?.text ?? LumpSumMode.partial.rawValue) else {
                throw fault("không có phương thức khoán ‘\(text)’", "there is no lump-sum mode ‘\(text)’")
            }
            var estimate = Estimate(lines: try lines(), mode: mode)
            for row in rows where row.part == "labour" {
                guard let title = LabourTitle(rawValue: row.item ?? ""), let people = row.number,
                    let months = Fraction(text: row.text ?? "")
                else { throw fault("dòng công lao động không đọc được", "a row of labour cannot be read") }
                estimate.labour.append(LabourLine(title: title, people: people, months: months, rate: try amount(row)))
            }
            for row in rows where row.part == "reason" { estimate.reasons[row.item ?? ""] = row.text }
            return .estimated(estimate)
        case "money_allotted"?: return .allotted(year: try year(first), try amount(first))
        case "allotment_cut"?: return .allotmentCut(year: try year(first), try amount(first))
        case "allotment_rolled_over"?:
            guard let to = first?.toYear else { throw lacks("to_year") }
            return .rolledOver(from: try year(first), to: to, try amount(first))
        case "advance_paid"?: return .advanced(number: try number(), year: try year(first), try amount(first))
        case "volume_reported"?: return .volumeReported(number: try number(), try amount(first))
        case "advance_cleared"?: return .cleared(number: try number(), try lines())
        case "advance_given_back"?: return .givenBack(number: try number(), try amount(first))
        case "lump_sum_moved"?:
            var moves: [BudgetMove] = []
            for row in rows {
                guard let from = row.item, let to = row.toItem else { throw lacks("item, to_item") }
                moves.append(BudgetMove(from: from, to: to, year: try year(row), amount: try amount(row)))
            }
            return .moved(moves, reason: text)
        case "outside_set"?: return .setOutside(try lines(), reason: text)
        case "spending_reported"?:
            let received = rows.first { $0.part == "received" }
            return .spent(year: try year(received), received: try amount(received), try lines())
        case "spending_restated"?:
            let received = rows.first { $0.part == "received" }
            return .spentAnew(year: try year(received), received: try amount(received), try lines(), reason: text)
        case "budget_settled"?:
            return .settled(
                Settlement(
                    clearedLumpSum: try part("cleared_lump_sum"),
                    clearedOther: try part("cleared_other"),
                    spentLumpSum: try part("spent_lump_sum"),
                    spentOther: try part("spent_other"),
                    notDone: try part("not_done"),
                    toHostFund: try part("to_host_fund"),
                    toStateFund: try part("to_state_fund")
                )
            )
        case "recovery_decided"?:
            return .recoveryDecided(
                Recovery(
                    isHostsFault: text == "subjective",
                    unused: try part("unused"),
                    proper: try part("proper"),
                    unproven: try part("unproven"),
                    decided: try part("decided")
                )
            )
        case "recovery_paid"?: return .recoveryPaid(try amount(first))
        case let other:
            throw fault("không có nghiệp vụ ‘\(other ?? "")’", "there is no movement ‘\(other ?? "")’")
        }
    }
}

extension Fraction {
    /// Reads `n/d`, or a whole number.
    fileprivate init?(text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int64($0) }
        guard (1...2).contains(parts.count), let above = parts[0] else { return nil }
        guard parts.count == 2 else {
            self.init(above)
            return
        }
        guard let below = parts[1], let fraction = try? Fraction(above, over: below) else { return nil }
        self = fraction
    }
}
