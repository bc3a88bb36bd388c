/// One command of a story.
struct Act: Sendable {
    /// What it may leave behind.
    enum Kind: Sendable, Hashable {
        /// Makes the store.
        case creates
        /// Records something in one transaction.
        case records
        /// Records in many transactions, each of which stands by itself.
        case runsJobs
        /// Copies the store; nothing is recorded.
        case copies
    }

    let words: [String]
    let kind: Kind
    /// Variables beside those of the scene.
    let environment: [String: String]

    init(_ words: String..., kind: Kind = .records, actor: String? = nil) {
        self.words = words.flatMap { $0.split(separator: " ").map(String.init) }
        self.kind = kind
        environment = actor.map { ["NHIEMVU_ACTOR": $0] } ?? [:]
    }

    /// As it is typed.
    var text: String { "nhiemvu " + words.joined(separator: " ") }
}
