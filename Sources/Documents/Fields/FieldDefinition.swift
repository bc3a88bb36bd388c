public import LifecycleModel

/// A field that templates may use: its kind, what it means, an example, and where its value comes from.
public struct FieldDefinition: Sendable, Hashable {
    /// Its name, such as `award.state_money`; of a column of a list `members.name`.
    public let name: String
    /// What kind of value it takes.
    public let type: FieldType
    /// What it means.
    public let meaning: Phrase
    /// Example; of a column one for each row.
    public let example: [FieldValue]
    /// Where its value comes from.
    public let source: FieldSource

    /// The list it is a column of.
    public var list: String? {
        source == .column ? String(name.prefix { $0 != "." }) : nil
    }

    /// Its name within its list.
    public var column: String {
        source == .column ? String(name.drop { $0 != "." }.dropFirst()) : name
    }
}

/// Where the value of a field comes from.
public enum FieldSource: Sendable, Hashable {
    /// The official gives it when the document is made.
    case given
    /// What stands in every paper of the office: `office.csv`.
    case office
    /// The first recorded one of these facts of the task.
    case fact([String])
    /// What is registered about the party a fact names: its `name`, `title`, `organisation` or another attribute.
    case party(fact: String, attribute: String)
    /// A fact of the newest small machine of that kind, or of the one that was named.
    case machine(kind: String, fact: String)
    /// What is on record of the council session the form speaks of, or else the fact of that name of its small machine.
    case council(CouncilFact)
    /// Number or date of the newest recorded paper of that form.
    case paper(form: String, isDate: Bool)
    /// Whether the task stands at one of some positions, `stage/state`, and not at one of others; unknown anywhere else.
    case position(yes: [String], no: [String])
    /// The task's code.
    case code
    /// A column of a list, filled with its row.
    case column

    /// Reads how the catalogue writes it: `given`, `office`, `fact award.on appraisal.on`, `party task.host name`,
    /// `machine council-session meeting_on`, `council members`, `paper B3-4-QĐPDKP number`,
    /// `position acceptance/valid not acceptance/returned`, `code`, `column`.
    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("given", 1): self = .given
        case ("office", 1): self = .office
        case ("code", 1): self = .code
        case ("column", 1): self = .column
        case ("fact", 2...): self = .fact(Array(words.dropFirst()))
        case ("party", 3): self = .party(fact: words[1], attribute: words[2])
        case ("position", 4...):
            let parts = words.dropFirst().split(separator: "not", omittingEmptySubsequences: false).map(Array.init)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
            self = .position(yes: parts[0], no: parts[1])
        case ("machine", 3): self = .machine(kind: words[1], fact: words[2])
        case ("council", 2):
            guard let fact = CouncilFact(rawValue: words[1]) else { return nil }
            self = .council(fact)
        case ("paper", 3) where words[2] == "number" || words[2] == "date": self = .paper(form: words[1], isDate: words[2] == "date")
        default: return nil
        }
    }

    /// As the catalogue writes it.
    public var text: String {
        switch self {
        case .given: "given"
        case .office: "office"
        case .code: "code"
        case .column: "column"
        case .fact(let paths): (["fact"] + paths).joined(separator: " ")
        case .party(let fact, let attribute): "party \(fact) \(attribute)"
        case .machine(let kind, let fact): "machine \(kind) \(fact)"
        case .council(let fact): "council \(fact.rawValue)"
        case .position(let yes, let no): "position \(yes.joined(separator: " ")) not \(no.joined(separator: " "))"
        case .paper(let form, let isDate): "paper \(form) \(isDate ? "date" : "number")"
        }
    }
}
