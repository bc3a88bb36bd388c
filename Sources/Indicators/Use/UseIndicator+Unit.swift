extension UseIndicator.Unit {
    /// What is counted once, as places among verdicts in the order of their tasks: each verdict, or those of one task together.
    func counted(_ verdicts: [Verdict]) -> [(range: Range<Int>, outcome: Verdict.Outcome)] {
        guard self != .result else { return verdicts.indices.map { ($0..<$0 + 1, verdicts[$0].outcome) } }
        var tasks: [(range: Range<Int>, outcome: Verdict.Outcome)] = []
        var start = 0
        while start < verdicts.count {
            let end = verdicts[start...].firstIndex { $0.result.task != verdicts[start].result.task } ?? verdicts.count
            tasks.append((start..<end, outcome(of: verdicts[start..<end].map(\.outcome))))
            start = end
        }
        return tasks
    }

    /// What is said of a task by what is said of its results.
    func outcome(of results: [Verdict.Outcome]) -> Verdict.Outcome {
        if results.contains(.open) { return .open }
        let isUsed = self == .taskAny ? results.contains(.used) : results.allSatisfy { $0 == .used }
        return isUsed ? .used : .notUsed
    }
}
