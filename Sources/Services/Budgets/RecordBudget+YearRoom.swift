import Engine
import LifecycleModel
import LumpSum
import Store

extension RecordBudget.Work {
    /// Refuses an allotment beyond what the year has, in all or for the task's programme.
    func requireRoom(in year: Int, for amount: Dong) throws {
        let ceiling = try YearBudget(year, in: desk.writer)
        let programme = record.task.fact("task.programme")?.text
        guard ceiling.total != nil || programme.flatMap({ ceiling.programmes[$0] }) != nil else { return }
        var (all, own) = (Dong.zero, Dong.zero)
        for (code, entry) in try desk.writer.allRegistered(.budget) {
            let given = try BudgetSummary(json: entry).years[year]?.given ?? .zero
            all = try all.adding(given)
            guard given != .zero, let programme, try desk.writer.task(code)?.programme == programme else { continue }
            own = try own.adding(given)
        }
        var blockers: [Blocker] = []
        func check(_ most: Dong?, _ so: Dong, _ what: Phrase) throws {
            guard let most, try so.adding(amount) > most else { return }
            let left = max(try most.subtracting(so), .zero)
            blockers.append(
                Blocker(
                    code: "above-year-budget",
                    message: Phrase(
                        vi: "\(what.vi): \(most.formatted(.word)), đã giao \(so.formatted(.word)), còn \(left.formatted(.word))",
                        en: "\(what[.en]): \(most.formatted()), \(so.formatted()) allotted, \(left.formatted()) left"
                    ),
                    basis: "TTLT 27/2015/TTLT-BKHCN-BTC, Điều 13.1b",
                    cure: Phrase(vi: "Nhiều nhất \(left.formatted(.word))", en: "At most \(left.formatted())")
                )
            )
        }
        try check(ceiling.total, all, Phrase(vi: "Ngân sách KH&CN năm \(year)", en: "The science budget of \(year)"))
        if let programme {
            try check(
                ceiling.programmes[programme],
                own,
                Phrase(vi: "Chương trình \(programme) năm \(year)", en: "The programme \(programme) in \(year)")
            )
        }
        guard blockers.isEmpty else {
            throw UseCaseFault(
                .refused,
                "above-year-budget",
                Phrase(vi: "Vượt ngân sách của năm \(year)", en: "More than the budget of \(year)"),
                blockers: blockers
            )
        }
    }
}
