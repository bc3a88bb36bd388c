import BookkeepingExchange
import CanonicalJSON
import LifecycleModel
import LumpSum
import Services
import Store

/// The journals of some tasks, or of all that have money, with the papers under every entry.
struct BudgetBooks {
    let books: [TaskBooks]

    /// - Parameter codes: the tasks; empty for all.
    init(of codes: [String], on day: CivilDate, in reader: any StoreReader) throws {
        let definitions = Definitions()
        let rows =
            codes.isEmpty
            ? try BudgetPortfolio(TaskFilter(), on: day, in: reader).parts.map(\.task)
            : try Set(codes).sorted().map { try requireTask($0, in: reader) }
        books = try rows.map { row in
            let record = try BudgetRecord(row.code, definitions: definitions, in: reader)
            let papers = Dictionary(record.events.map { ($0.number, Self.documents(in: $0.payload)) }) { first, _ in first }
            return TaskBooks(
                task: row.code,
                programme: row.programme,
                host: row.host,
                entries: record.budget.journal.map { entry in
                    TaskBooks.Entry(entry, documents: entry.event.flatMap { papers[$0] } ?? [])
                }
            )
        }
    }

    private static func documents(in payload: JSONValue) -> [String] {
        (payload["documents"]?.array ?? []).map { document in
            let name = ["form", "number"].compactMap { document[$0]?.string }.joined(separator: " ")
            return document["date"]?.string.map { "\(name) (\($0))" } ?? name
        }
    }
}
