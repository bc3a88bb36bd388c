public import LifecycleModel
import LumpSum

/// Journals as plain-text accounting: one transaction an entry, in the order of days and events, every account, tag and commodity declared, so
/// that `hledger check --strict` and `ledger --strict` take the file.
///
/// Accounts are kind, task, and the rest of the journal's own path: `planned:NV-2025-047:state:2026:labour:lump-sum`, `allotted:NV-2025-047:2026`,
/// `advanced:NV-2025-047:1`. Transactions carry the number of the event as their code, and tags for task, programme, host, kind and documents.
public struct JournalText: Sendable {
    /// Which program is to read it; they differ in how a commodity is declared.
    public enum Dialect: String, Sendable, Hashable, CaseIterable {
        case hledger, ledger
    }

    private let dialect: Dialect
    private let language: Language
    private static let commodity = "VND"

    /// A text for one of the programs, described in a language.
    public init(_ dialect: Dialect, language: Language = .standard) {
        self.dialect = dialect
        self.language = language
    }

    /// The file.
    ///
    /// - Parameter title: the first line, a comment.
    public func text(of books: [TaskBooks], title: String) -> String {
        let all: [Transaction] = books.flatMap { task in task.entries.map { Transaction(task, $0) } }
        let transactions = all.enumerated().sorted { left, right in
            (left.element.entry.day, left.element.number, left.offset) < (right.element.entry.day, right.element.number, right.offset)
        }.map(\.element)
        var lines = ["; \(PlainText.line(title))", ""]
        lines += ["commodity \(Self.commodity)", "    format 1000\(dialect == .hledger ? "." : "") \(Self.commodity)", ""]
        lines += Transaction.tags.map { "tag \($0)" } + [""]
        lines += Set(transactions.flatMap { $0.postings.map(\.account) }).sorted().map { "account \($0)" }
        for transaction in transactions { lines += [""] + text(of: transaction) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(of transaction: Transaction) -> [String] {
        let entry = transaction.entry
        let code = entry.event.map { "(\($0)) " } ?? ""
        var lines = ["\(entry.day) \(code)\(PlainText.line(transaction.task)) | \(BudgetHappening.name(ofKind: entry.kind)[language])"]
        lines += transaction.tagged.map { "    ; \($0.name): \(PlainText.tagValue($0.value))" }
        lines += transaction.postings.map { "    \($0.account)  \($0.amount.amount) \(Self.commodity)" }
        return lines
    }
}

/// An entry on its way into the file.
private struct Transaction {
    static let tags = ["task", "programme", "host", "kind", "documents"]

    let task: String
    let entry: JournalEntry
    let tagged: [(name: String, value: String)]
    let postings: [(account: String, amount: Dong)]

    init(_ books: TaskBooks, _ entry: TaskBooks.Entry) {
        task = books.task
        self.entry = entry.entry
        let documents = entry.documents.isEmpty ? nil : entry.documents.joined(separator: " | ")
        let values = [books.task, books.programme, books.host, entry.entry.kind, documents]
        tagged = zip(Self.tags, values).compactMap { name, value in value.map { (name, $0) } }
        postings = entry.entry.postings.map { posting in
            var path = posting.account.path
            path.insert(books.task, at: min(1, path.count))
            return (path.map(PlainText.accountPart).joined(separator: ":"), posting.amount)
        }
    }

    /// The number of its event; what was never an event of its own comes before what was.
    var number: Int64 { entry.event ?? -1 }
}
