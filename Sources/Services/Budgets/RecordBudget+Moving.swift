import Engine
import LifecycleModel
import LumpSum
import Rules

extension RecordBudget {
    /// Records a movement with everything that follows from it.
    ///
    /// - Throws: `UseCaseFault` with the reasons of the law on money or of the rules.
    public func callAsFunction(_ movement: BudgetMovement, _ act: Act) throws -> Answer {
        try change(act) { try $0.carryOut(movement) }
    }
}

extension RecordBudget.Work {
    /// Does what a movement asks for.
    mutating func carryOut(_ movement: BudgetMovement) throws {
        switch movement {
        case .plan(let estimate): try plan(estimate)
        case .allot(let year, let amount):
            try requireRoom(in: year, for: amount)
            try move(.allotted(year: year, amount))
            try fire("allot", ["money.allotment": amount.text, "money.allotment_year": "\(year)"])
        case .cut(let year, let amount):
            try move(.allotmentCut(year: year, amount))
            try fire("cut-allotment", ["money.cut": amount.text, "money.cut_year": "\(year)"])
        case .rollOver(let from, let to, let amount):
            try move(.rolledOver(from: from, to: to, amount))
            try fire("roll-over", ["money.rolled": amount.text, "money.rolled_from": "\(from)"])
        case .request(let amount): try request(amount)
        case .advance(let amount, let year, let exception): try advance(amount, out: year, exception)
        case .report(let number, let amount):
            let number = try open(number)
            try move(.volumeReported(number: number, amount))
            try fire("report-volume", on: .advance(number), ["this.volume": amount.text])
        case .clear(let number, let lines): try clear(number, lines)
        case .giveBack(let number, let amount):
            let number = try open(number)
            let isRest = amount == record.budget.outstanding(number)
            try move(.givenBack(number: number, amount))
            try fire(isRest ? "return-rest" : "return-part", on: .advance(number), ["this.part": amount.text])
        case .move(let moves, let reason):
            try move(.moved(moves, reason: reason))
            let sum = try moves.map(\.amount).total()
            try fire("adjust-lump-sum", ["money.moved": sum.text])
        case .setOutside(let lines, let reason):
            try move(.setOutside(lines, reason: reason))
            let approved = try (record.budget.estimate ?? Estimate(lines: [])).total(of: .state)
            try fire("adjust-outside", ["money.approved_new": approved.text])
        case .spend(let year, let received, let lines):
            try report(.spent(year: year, received: received, lines))
        case .spendAnew(let year, let received, let lines, let reason):
            try report(.spentAnew(year: year, received: received, lines, reason: reason))
        case .settle(let spent, let notDone, let hostHasFund): try settle(spent, notDone, hostHasFund)
        case .decide(let recovery): try decide(recovery)
        case .repay(let amount): try repay(amount)
        }
    }

    private mutating func plan(_ estimate: Estimate) throws {
        try move(.estimated(estimate))
        try fire(
            "record-estimate",
            [
                "estimate.on": act.day.description, "estimate.state_money": try estimate.total(of: .state).text,
                "estimate.counterpart_money": try estimate.total(of: .counterpart).text,
                "estimate.other_money": try estimate.total(of: .other).text,
                "estimate.lump_sum_money": try estimate.lumpSum().text,
                "estimate.asset_money": try estimate.assets(under: record.budget.law.rules).text,
            ]
        )
    }

    // MARK: Advances

    private mutating func request(_ amount: Dong) throws {
        try requireApproved(amount)
        let event = can("request-advance") || !can("request-final-payment") ? "request-advance" : "request-final-payment"
        try fire(event, ["money.request": amount.text])
    }

    /// The advance that is asked for and not answered, the longest waiting first.
    private var requested: TaskState.Instance? {
        record.task.machines["advance"]?.first { $0.end == nil && can("pay", on: .advance($0.number)) }
    }

    private mutating func advance(_ amount: Dong?, out year: Int?, _ exception: Bool) throws {
        let isUnasked = requested == nil
        if isUnasked, let amount { try request(amount) }
        guard let instance = requested, let asked = instance.facts["amount"]?.int.map({ Dong($0) }) else {
            throw UseCaseFault(
                .refused,
                "no-request",
                Phrase(vi: "Không có đề nghị tạm ứng đang chờ", en: "No advance is asked for"),
                hint: Phrase(vi: "Ghi số tiền để đề nghị và chi luôn: --amount", en: "Give the amount to ask and pay at once: --amount")
            )
        }
        if let amount, amount != asked {
            throw UseCaseFault(
                .refused,
                "not-as-asked",
                Phrase(
                    vi: "Đề nghị đang chờ là \(asked.formatted(.word)), ghi chi \(amount.formatted(.word))",
                    en: "\(asked.formatted()) is asked for, \(amount.formatted()) given"
                ),
                hint: Phrase(
                    vi: "Bỏ số tiền, hoặc từ chối đề nghị: nhiemvu task do \(record.task.code) refuse --on advance:\(instance.number)",
                    en: "Leave the amount out, or refuse: nhiemvu task do \(record.task.code) refuse --on advance:\(instance.number)"
                )
            )
        }
        let year = year ?? BudgetRecord.year(of: act.day)
        let left = max(record.budget.left(of: year), .zero)
        // Two requests that are answered on one day are two; who pays without one may have given the command twice.
        try move(.advanced(number: instance.number, year: year, asked), equipmentException: exception, isAnother: !isUnasked)
        var facts = ["this.paid_on": act.day.description, "this.allotment_left": left.text]
        if exception { facts["this.equipment_exception"] = "true" }
        try fire("pay", on: .advance(instance.number), facts)
    }

    /// The advance meant: the one named, or the only one that is open.
    private func open(_ number: Int64?) throws -> Int64 {
        if let number { return number }
        let open = record.budget.advances.filter { record.budget.outstanding($0.number) > .zero }.map(\.number)
        guard let first = open.first, open.count == 1 else {
            throw UseCaseFault(
                .usage,
                open.isEmpty ? "no-open-advance" : "which-advance",
                open.isEmpty
                    ? Phrase(vi: "Không còn đợt tạm ứng nào chưa thanh toán hết", en: "No advance is open")
                    : Phrase(vi: "Có nhiều đợt tạm ứng chưa thanh toán hết", en: "Several advances are open"),
                hint: open.isEmpty
                    ? nil
                    : Phrase(
                        vi: "Thêm --advance: \(open.map { "\($0)" }.joined(separator: ", "))",
                        en: "Add --advance: \(open.map { "\($0)" }.joined(separator: ", "))"
                    )
            )
        }
        return first
    }

    private mutating func clear(_ number: Int64?, _ lines: [BudgetLine]) throws {
        let number = try open(number)
        let lines = lines.map { line in
            var line = line
            line.isLumpSum = record.budget.isLumpSum(line.item)
            return line
        }
        let sum = try lines.total()
        let isRest = sum == record.budget.outstanding(number)
        try move(.cleared(number: number, lines))
        try fire(isRest ? "clear" : "clear-part", on: .advance(number), ["this.part": sum.text])
    }

    /// No event of the rules carries what was spent in a year.
    private mutating func report(_ spending: BudgetHappening) throws {
        try requireDuty(for: ["request-advance", "report-volume", "clear"])
        try requireKnownForms()
        try move(spending)
    }

    // MARK: The end

    private mutating func settle(_ spent: [BudgetLine]?, _ notDone: Dong, _ hostHasFund: Bool) throws {
        try requireSpending(or: spent)
        if let spent {
            try move(.spent(year: BudgetRecord.year(of: act.day), received: .zero, spent))
        }
        try requireWholeReports(byYear: spent == nil)
        let budget = record.budget
        let spending = budget.stateSpending
        let lump = try spending.total { budget.isLumpSum($0.item) }
        let settlement = try refusing {
            () throws(Refusal) in
            try Settlement(
                clearedLumpSum: try budget.cleared(isLumpSum: true),
                clearedOther: try budget.cleared(isLumpSum: false),
                spentLumpSum: lump,
                spentOther: try spending.total { !budget.isLumpSum($0.item) },
                notDone: notDone,
                hostHasFund: hostHasFund,
                under: budget.law
            )
        }
        try move(.settled(settlement))
        try fire(
            "settle",
            [
                "closing.settled_on": act.day.description, "closing.settled_money": settlement.settled.text,
                "closing.spent_lump_sum": settlement.spentLumpSum.text, "closing.spent_other": settlement.spentOther.text,
                "closing.not_done": settlement.notDone.text, "closing.savings_lump_sum": settlement.savedLumpSum.text,
                "closing.savings_other": settlement.savedOther.text, "closing.savings_host_fund": settlement.toHostFund.text,
                "closing.savings_state_fund": settlement.toStateFund.text,
            ]
        )
    }

    private mutating func decide(_ recovery: Recovery) throws {
        if recovery.decided > .zero || can("decide-repayment") { try move(.recoveryDecided(recovery)) }
        try fire(
            recovery.decided == .zero ? "waive-repayment" : "decide-repayment",
            [
                "failure.fault": recovery.isHostsFault ? "subjective" : "objective", "failure.unused_money": recovery.unused.text,
                "failure.proper_money": recovery.proper.text, "failure.unproven_money": recovery.unproven.text,
                "failure.repay_money": recovery.decided.text, "failure.repay_decided_on": act.day.description,
            ]
        )
    }

    private mutating func repay(_ amount: Dong) throws {
        try requireDuty(for: ["confirm-repayment"])
        try requireKnownForms(including: "confirm-repayment")
        try move(.recoveryPaid(amount))
        guard record.budget.owed == .zero else { return }
        // What was not used and is still with the host as an advance went back with this payment.
        var unused = record.budget.recovery?.unused ?? .zero
        for advance in record.budget.advances {
            let open = record.budget.outstanding(advance.number)
            let part = min(open, unused)
            guard part > .zero else { continue }
            unused = try unused.subtracting(part)
            try move(.givenBack(number: advance.number, part))
            try fire(part == open ? "return-rest" : "return-part", on: .advance(advance.number), ["this.part": part.text])
        }
        try fire("confirm-repayment", ["failure.repaid_on": act.day.description])
    }

    private func refusing<Value>(_ work: () throws(Refusal) -> Value) throws -> Value {
        do throws(Refusal) { return try work() } catch { throw UseCaseFault(error, of: record.task.code) }
    }
}

extension MachineReference {
    /// An advance beside a task.
    fileprivate static func advance(_ number: Int64) -> MachineReference { MachineReference(kind: "advance", number: number) }
}

extension Dong {
    /// Digits alone, as facts are read.
    fileprivate var text: String { formatted(.none) }
}
