import LifecycleModel
import Store

extension SQLiteSession {
    func firstUses(_ filter: FirstUseFilter) throws -> [FirstUseRow] {
        let group =
            switch filter.group {
            case .programme: "programme"
            case .field: "field"
            case .route: "route"
            case .host: "coalesce(holder, host)"
            case .kind: "r.kind"
            case nil: "NULL"
            }
        func marks(_ words: [String]) -> String { words.map { _ in "?" }.joined(separator: ", ") }
        // Tasks are looked through in the order of the index on their day; the rows of one task come together.
        let sql = """
            SELECT tasks.id, code, accepted_on, \(group), r.number,
                (SELECT min(used_on) FROM evidence AS e WHERE e.task = r.task AND e.result = r.number
                    AND e.kind IN (\(marks(filter.kinds))) AND e.state IN (\(marks(filter.states))))
            FROM tasks LEFT JOIN results AS r ON r.task = code AND r.state <> 'promised' AND r.state <> 'withdrawn'
            WHERE accepted_on >= ? AND accepted_on <= ?
            """
        let words: [any SQLBindable] = filter.kinds + filter.states
        let days: [any SQLBindable] = [filter.accepted.lowerBound, filter.accepted.upperBound]
        var task: (id: Int64, code: String, acceptedOn: CivilDate)?
        return try database.rows(sql, values: words + days) { row in
            let id = try row.int(0)
            let own = try task.flatMap { $0.id == id ? $0 : nil } ?? (id: id, code: row.text(1), acceptedOn: row.date(2))
            task = own
            return FirstUseRow(
                task: own.code,
                acceptedOn: own.acceptedOn,
                group: try row.optionalText(3),
                result: try row.optionalInt(4),
                firstUse: try row.optionalDate(5)
            )
        }
    }
}
