import LifecycleModel

/// The order in which a history is replayed: task after task, each in the order of the file, its days never going back.
struct ReplayOrder {
    private struct Last {
        let day: CivilDate
        /// The row of the latest event; nil for the proposal itself.
        let row: Int?
    }

    private var lasts: [TaskCode: Last] = [:]
    private var places: [TaskCode: Int] = [:]

    init(_ tasks: [TaskDraft]) {
        for (place, task) in tasks.enumerated() {
            places[task.value.code] = place
            lasts[task.value.code] = Last(day: task.value.proposedOn, row: nil)
        }
    }

    /// Takes an event of the file, or notes on its row that it happened before the one above it.
    mutating func accepts(_ draft: HistoryDraft, in row: inout RowReader<HistoryColumn>) -> Bool {
        let entry = draft.value
        if let last = lasts[entry.task], entry.happenedOn < last.day {
            let earlier = last.row.map { Phrase(vi: "dòng \($0)", en: "row \($0)") } ?? Phrase(vi: "ngày đề xuất", en: "its proposal")
            row.fault(
                .dateGoesBack,
                .happenedOn,
                Phrase(
                    vi: "nhiệm vụ \(entry.task): ngày \(entry.happenedOn.vietnamese) trước \(earlier.vi) (\(last.day.vietnamese))",
                    en: "task \(entry.task): \(entry.happenedOn) is before \(earlier.en) (\(last.day))"
                ),
                hint: Phrase(vi: "sắp các sự kiện của một nhiệm vụ theo ngày", en: "put the events of a task in the order of their days")
            )
            return false
        }
        lasts[entry.task] = Last(day: entry.happenedOn, row: draft.source.row)
        return true
    }

    /// The events for replay: the tasks of the files in their order, then others by code.
    func sorted(_ history: [HistoryDraft]) -> [HistoryDraft] {
        var others = Set(history.lazy.map(\.value.task).filter { places[$0] == nil }).sorted()[...]
        var ranks = places
        while let code = others.popFirst() { ranks[code] = ranks.count }
        let keys = history.map { ranks[$0.value.task] ?? 0 }
        return history.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { history[$0] }
    }
}
