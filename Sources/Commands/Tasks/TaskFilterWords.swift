import LifecycleModel
import RuleLoading
import Rules
import Services
import Store
import Terminal

/// The words a list can be narrowed by: those of the rules that tasks in the store run under and, where they know a word not, those of the
/// rule files; codes of the register.
struct TaskFilterWords {
    private let reader: any StoreReader
    private let stored: [Regime]
    private let rules: () throws -> WorkflowLibrary

    init(_ reader: any StoreReader, _ labels: RegimeLabels, rules: @escaping () throws -> WorkflowLibrary) throws {
        self.reader = reader
        stored = try reader.definitions().compactMap { labels.regime($0.hash) }
        self.rules = rules
    }

    /// Refuses a word of the rules that neither the store nor the rule files know.
    func require(_ word: String?, _ option: String, _ known: (Regime) -> [String]) throws {
        guard let word, !stored.contains(where: { known($0).contains(word) }) else { return }
        let all = stored + (try rules().regimes.values.map(\.regime))
        let words = Set(all.flatMap(known))
        if !words.contains(word) { throw TaskFilterWords.unknown(word, option, words, seen: Self.rulesShow(stored)) }
    }

    /// Refuses a code that is not in the register.
    func require(_ code: String?, _ option: String, in kind: EventRecord.Subject.Kind) throws {
        guard let code, try reader.registered(kind, code: code) == nil else { return }
        throw TaskFilterWords.unknown(code, option, Set(try reader.allRegistered(kind).map(\.code)), seen: Self.register[kind])
    }

    /// Where the codes of a kind can be seen.
    private static let register: [EventRecord.Subject.Kind: Phrase] = [
        .organisation: Phrase(vi: "Xem «nhiemvu org list»", en: "See \"nhiemvu org list\""),
        .programme: Phrase(vi: "Xem «nhiemvu programme list»", en: "See \"nhiemvu programme list\""),
    ]

    /// Where the words of the rules can be seen.
    private static func rulesShow(_ regimes: [Regime]) -> Phrase? {
        regimes.map(\.id).min().map { Phrase(vi: "Xem «nhiemvu rules show \($0)»", en: "See \"nhiemvu rules show \($0)\"") }
    }

    private static func unknown(_ word: String, _ option: String, _ known: Set<String>, seen: Phrase?) -> UseCaseFault {
        let names = known.count <= 12 ? known.sorted() : []
        let list = Phrase(vi: "Có: \(names.joined(separator: ", "))", en: "Known: \(names.joined(separator: ", "))")
        return UseCaseFault(
            .usage,
            "unknown-word",
            Phrase(vi: "\(option): không có «\(word)»", en: "\(option): there is no \"\(word)\""),
            hint: Message.didYouMean(word, among: known)?.sentence ?? (names.isEmpty ? seen : list)
        )
    }
}

extension TaskFilterOptions {
    /// Refuses words that name nothing, so that an empty list always means that there is no such task.
    func check(_ words: TaskFilterWords) throws {
        try words.require(regime, "--regime") { [$0.id] }
        try words.require(stage, "--stage") { $0.stages.map(\.id) }
        try words.require(state, "--state") { regime in
            regime.task.states.keys.flatMap { position in [position, String(position.split(separator: "/").last ?? "")] }
        }
        for (choice, option, fact) in [
            (field, "--field", "task.field"), (kind, "--kind", "task.kind"), (route, "--route", "task.route"),
            (level, "--level", "task.level"),
        ] {
            try words.require(choice, option) { regime in regime.fact(fact, of: regime.task)?.choices.map(\.value) ?? [] }
        }
        try words.require(host, "--host", in: .organisation)
        try words.require(programme, "--programme", in: .programme)
    }
}
