import Engine
import LifecycleModel
import LumpSum

/// What is asked of the reports of spending before a settlement.
extension RecordBudget.Work {
    /// What was spent comes from the yearly reports, or is given with the settlement where there are none.
    func requireSpending(or given: [BudgetLine]?) throws {
        let reported = record.budget.stateSpending
        let cleared: Dong
        do throws(Refusal) { cleared = try record.budget.cleared() } catch { throw UseCaseFault(error, of: record.task.code) }
        if given != nil, !reported.isEmpty {
            throw UseCaseFault(
                .refused,
                "spending-on-record",
                Phrase(vi: "Thực chi đã có trong báo cáo các năm", en: "What was spent is on record by year"),
                hint: Phrase(
                    vi: "Bỏ --item; còn thiếu năm nào thì ghi bằng «nhiemvu budget spend»",
                    en: "Leave --item out; record a year that is missing with \"nhiemvu budget spend\""
                )
            )
        }
        if let given, given.contains(where: { $0.source != .state }) {
            throw UseCaseFault(
                .refused,
                "not-state-money",
                Phrase(vi: "Quyết toán chỉ nhận thực chi ngân sách nhà nước", en: "A settlement takes state money alone")
            )
        }
        if given == nil, reported.isEmpty, cleared > .zero {
            throw UseCaseFault(
                .refused,
                "no-spending",
                Phrase(vi: "Chưa có số thực chi nào trong hồ sơ", en: "Nothing is on record of what was spent"),
                hint: Phrase(
                    vi: "Ghi từng năm bằng «nhiemvu budget spend», hoặc thêm --item NỘI-DUNG=SỐ-TIỀN",
                    en: "Record each year with \"nhiemvu budget spend\", or add --item ITEM=AMOUNT"
                )
            )
        }
    }

    /// A settlement is not undone, and what was cleared and is not reported as spent counts as saved: where nothing at all is reported of an item, or
    /// less as received than was advanced, a report is missing more often than not, and the person says so if it is not.
    ///
    /// - Parameter byYear: whether reports of the years tell, not the settlement itself.
    func requireWholeReports(byYear: Bool) throws {
        guard !act.isConfirmed else { return }
        let unreported: [Blocker]
        do throws(Refusal) { unreported = try missingItems() + (byYear ? missingReceipts() : []) } catch {
            throw UseCaseFault(error, of: record.task.code)
        }
        guard !unreported.isEmpty else { return }
        throw UseCaseFault(
            .refused,
            "spending-not-reported",
            Phrase(
                vi: "Báo cáo chi của \(record.task.code) còn thiếu; số thiếu sẽ được tính là tiết kiệm",
                en: "Reports of spending of \(record.task.code) are missing; what they lack would count as saved"
            ),
            hint: Phrase(
                vi: "Ghi bằng «nhiemvu budget spend»; nếu đúng là như vậy, thêm --yes",
                en: "Record them with \"nhiemvu budget spend\"; if it is right so, add --yes"
            ),
            blockers: unreported
        )
    }

    /// Items of which money was cleared and nothing is reported as spent.
    private func missingItems() throws(Refusal) -> [Blocker] {
        let budget = record.budget
        let reported = Set(budget.stateSpending.filter { $0.amount > .zero }.map(\.item))
        var missing: [String: Dong] = [:]
        for (place, amount) in try budget.done() where place.source == .state && !reported.contains(place.item) {
            missing[place.item] = try exactly { () throws(DongFault) in try (missing[place.item] ?? .zero).adding(amount) }
        }
        return missing.sorted { $0.key < $1.key }.map { item, amount in
            Blocker(
                code: "cleared-not-spent",
                message: budget.law.label(of: item)
                    + Phrase(
                        vi: " (\(item)): đã thanh toán \(amount.formatted(.word)), chưa báo cáo chi",
                        en: " (\(item)): \(amount.formatted()) cleared, nothing reported as spent"
                    )
            )
        }
    }

    /// That the reports say less was received than was advanced.
    private func missingReceipts() throws(Refusal) -> [Blocker] {
        let (advanced, received) = (try record.budget.advanced(), try record.budget.received())
        guard received < advanced else { return [] }
        return [
            Blocker(
                code: "advanced-not-received",
                message: Phrase(
                    vi: "Đã tạm ứng \(advanced.formatted(.word)), các báo cáo ghi thực nhận \(received.formatted(.word))",
                    en: "\(advanced.formatted()) was advanced, the reports say \(received.formatted()) was received"
                ),
                basis: "TTLT 27/2015/TTLT-BKHCN-BTC, Điều 14.2"
            )
        ]
    }
}
