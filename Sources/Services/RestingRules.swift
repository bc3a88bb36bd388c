import Engine
import LifecycleModel
public import RuleChanges
import RuleLoading
import Rules
public import Store

/// What rests on an instrument of law, in all regimes and in every definition live tasks run under, and how many live tasks that touches.
public struct RestingRules: Sendable {
    /// One rule of one definition.
    public struct Entry: Sendable {
        /// The definition.
        public let definition: Definition
        /// The rule.
        public let rule: BasedRule
        /// The places in law it rests on.
        let citations: [LegalCitation]
        /// Live tasks that run under the definition; nil without a store, and for what chooses a regime.
        public let pinned: Int?
        /// Those of them that can still meet the rule from where they stand.
        public let ahead: Int?
    }

    /// Rules with an identity: those of the files, or an older definition that tasks still run under.
    public struct Definition: Sendable, Hashable {
        /// Identifier and version.
        public let id, version: String
        /// SHA-256 (hex); empty for `regimes.yaml`.
        public let hash: String
        /// Whether the rule files say this today.
        public let isInForce: Bool
        /// Live tasks that run under it; nil without a store.
        public let tasks: Int?
    }

    /// An instrument the rules name, with what rests on it.
    public struct Instrument: Sendable {
        /// As it is written.
        public let name: String
        /// How many rules rest on it.
        public let rules: Int
        /// Live tasks that run under one of them, and that can still meet one; nil without a store.
        public let pinned, ahead: Int?
    }

    /// Everything that rests or should rest on a text, definition by definition.
    public let entries: [Entry]
    /// Codes of the tasks behind the counts, by the place of an entry.
    private let pinnedTasks, aheadTasks: [Set<String>]

    /// Reads the rule files and, where there is one, the store.
    public init(library: RuleLibrary, reader: (any StoreReader)?) throws {
        let files = try library.all()
        var definitions = files.regimes.sorted { $0.key < $1.key }.map { (rules: $0.value, isInForce: true) }
        var live: [String: [(code: String, place: RuleReach.Place)]] = [:]
        if let reader {
            var filter = TaskFilter()
            filter.openOnly = true
            for row in try reader.tasks(filter) {
                guard let stored = try reader.storedTask(row.code) else { continue }
                let state = try TaskState(stored: stored.snapshot, of: row.code)
                live[row.definition, default: []].append((row.code, RuleReach.Place(state)))
            }
            let kept = Definitions()
            for hash in live.keys.sorted() where !definitions.contains(where: { $0.rules.hash == hash }) {
                definitions.append((try kept.regime(hash, in: reader), false))
            }
        }
        // Many rules rest on one text; it is read once.
        var known: [String: [LegalCitation]] = [:]
        func citations(_ rule: BasedRule) -> [LegalCitation] {
            guard let basis = rule.basis else { return [] }
            if let citations = known[basis] { return citations }
            known[basis] = LegalCitation.all(in: basis)
            return known[basis] ?? []
        }
        var entries: [Entry] = []
        var (pinned, ahead): ([Set<String>], [Set<String>]) = ([], [])
        for item in definitions {
            let tasks = live[item.rules.hash] ?? []
            let rules = BasedRule.all(of: item.rules.regime)
            let met = RestingRules.met(rules, item.rules.regime, tasks)
            let codes = Set(tasks.map(\.code))
            let definition = Definition(item.rules, isInForce: item.isInForce, tasks: reader.map { _ in tasks.count })
            for (index, rule) in rules.enumerated() {
                let still = met[index] ?? []
                entries.append(
                    Entry(
                        definition: definition,
                        rule: rule,
                        citations: citations(rule),
                        pinned: reader.map { _ in codes.count },
                        ahead: reader.map { _ in still.count }
                    )
                )
                pinned.append(codes)
                ahead.append(still)
            }
        }
        let choice = Definition(id: "regimes.yaml", version: "", hash: "", isInForce: true, tasks: nil)
        for rule in BasedRule.all(of: files.choice) {
            entries.append(Entry(definition: choice, rule: rule, citations: citations(rule), pinned: nil, ahead: nil))
            pinned.append([])
            ahead.append([])
        }
        (self.entries, pinnedTasks, aheadTasks) = (entries, pinned, ahead)
    }

    /// Tasks that can still meet each rule, by the rule's place. Tasks that stand alike are looked at once.
    private static func met(
        _ rules: [BasedRule],
        _ regime: Regime,
        _ tasks: [(code: String, place: RuleReach.Place)]
    ) -> [Int: Set<String>] {
        let reach = RuleReach(regime)
        var met: [Int: Set<String>] = [:]
        for (place, alike) in Dictionary(grouping: tasks, by: \.place) {
            for index in reach.met(rules, at: place) { met[index, default: []].formUnion(alike.map(\.code)) }
        }
        return met
    }

    /// A part of the entries with the number of different live tasks under them.
    public struct Selection: Sendable {
        /// The entries.
        public let entries: [Entry]
        /// Live tasks that run under one of them, and that can still meet one.
        public let pinned, ahead: Int
    }

    /// What rests on what a person names: `TT 20/2023/TT-BKHCN`, also with an article, `…, Điều 12`.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` with the nearest instruments when no rule names it.
    public func resting(on text: String) throws -> Selection {
        let asked = LegalCitation.all(in: text)
        let places = entries.indices.filter { index in
            entries[index].citations.contains { cited in asked.contains { $0.contains(cited) } }
        }
        guard places.isEmpty else { return selection(places) }
        let instruments = asked.map(\.instrument)
        let cited = entries.flatMap(\.citations).filter { cited in instruments.contains { $0.isNamed(by: cited.instrument) } }
        throw cited.isEmpty ? unknownInstrument(text, instruments.first?.name) : unknownArticle(text, cited)
    }

    private func unknownInstrument(_ text: String, _ name: String?) -> UseCaseFault {
        let known = Set(instruments.map(\.name))
        return UseCaseFault(
            .badData,
            "unknown-instrument",
            Phrase(vi: "Không quy tắc nào dựa vào văn bản «\(text)»", en: "No rule rests on an instrument \"\(text)\""),
            hint: .nearest(to: name ?? text, among: known)
                ?? Phrase(vi: "Xem các văn bản bằng «nhiemvu rules basis»", en: "See the instruments with \"nhiemvu rules basis\"")
        )
    }

    private func unknownArticle(_ text: String, _ cited: [LegalCitation]) -> UseCaseFault {
        let articles = Set(cited.map(\.articleText)).filter { !$0.isEmpty }
        let sorted = articles.sorted { left, right in left.count == right.count ? left < right : left.count < right.count }
        return UseCaseFault(
            .badData,
            "unknown-article",
            Phrase(vi: "Không quy tắc nào dựa vào «\(text)»", en: "No rule rests on \"\(text)\""),
            hint: .oneOf(sorted)
        )
    }

    /// What still needs a text.
    public var needingText: Selection { selection(entries.indices.filter { entries[$0].rule.needsText }) }

    /// Every instrument, by the number of rules that rest on it.
    public var instruments: [Instrument] {
        var places: [String: (name: String, entries: [Int])] = [:]
        for (index, entry) in entries.enumerated() {
            for instrument in Set(entry.citations.map(\.instrument)) {
                places[instrument.key, default: (instrument.name, [])].entries.append(index)
            }
        }
        let hasStore = entries.contains { $0.pinned != nil }
        return places.values.map { item in
            let chosen = selection(item.entries)
            return Instrument(
                name: item.name,
                rules: item.entries.count,
                pinned: hasStore ? chosen.pinned : nil,
                ahead: hasStore ? chosen.ahead : nil
            )
        }.sorted { ($1.rules, $0.name) < ($0.rules, $1.name) }
    }

    private func selection(_ places: [Int]) -> Selection {
        Selection(
            entries: places.map { entries[$0] },
            pinned: places.reduce(into: Set<String>()) { $0.formUnion(pinnedTasks[$1]) }.count,
            ahead: places.reduce(into: Set<String>()) { $0.formUnion(aheadTasks[$1]) }.count
        )
    }
}

extension RestingRules.Definition {
    fileprivate init(_ rules: CompiledRegime, isInForce: Bool, tasks: Int?) {
        self.init(id: rules.regime.id, version: rules.regime.version, hash: rules.hash, isInForce: isInForce, tasks: tasks)
    }
}

extension RuleReach.Place {
    /// Where a task and the things beside it stand.
    init(_ state: TaskState) {
        self.init(
            position: state.position,
            living: Dictionary(
                uniqueKeysWithValues: state.machines.map { ($0.key, Set($0.value.filter { $0.end == nil }.map(\.state))) }
            ).filter { !$0.value.isEmpty },
            clocks: Set(state.openClocks.map { "\($0.reference.machine.kind)/\($0.reference.id)" })
        )
    }
}
