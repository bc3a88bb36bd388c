extension UseIndicator.Unit {
    /// What is counted once, as places among verdicts in the order of their tasks: each verdict, or those of one task together.
    func counted(_ verdicts: [Verdict]) -> [(range: Range<Int>, outcome: Verdict.Outcome)] {
        guard self != .result else { return verdicts.indices.map { ($0..<$0 + 1, verdicts[$0].outcome) } }
        var tasks: [(range: Range<Int>, outcome: Verdict.Outcome)] = []
        var start = 0
        while start < verdicts.count {
            let end = verdicts[start...].firstIndex { $0.result.task != verdicts[start].result.task } ?? verdicts.count
            tasks.append((start..<end, outcome(of: verdicts[start..<end])))
            start = end
        }
        return tasks
    }

    private func outcome(of own: ArraySlice<Verdict>) -> Verdict.Outcome {
        if own.contains(where: { $0.outcome == .open }) { return .open }
        let isUsed = self == .taskAny ? own.contains { $0.outcome == .used } : own.allSatisfy { $0.outcome == .used }
        return isUsed ? .used : .notUsed
    }
}
