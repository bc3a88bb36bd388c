import Indicators
import LifecycleModel
import Rules

/// Reads the choices of a definition, each with the reason for it.
struct ChoiceReading {
    /// The reasons, in the order in which choices were read.
    private(set) var reasons: [UseIndicator.Reason] = []
    private let fields: Fields

    init(_ fields: Fields) {
        self.fields = fields
    }

    /// Where the value of a choice stands; nil after a fault.
    mutating func value(_ key: String) -> Cursor? {
        guard let own = fields.required(key)?.fields("value", "why") else { return nil }
        if let why = own.required("why")?.phrase() { reasons.append(UseIndicator.Reason(key, why)) }
        return own.required("value")
    }
}

extension Fields {
    /// The alternatives of a definition, by name.
    func alternatives<Terms>(_ read: (Cursor) -> AlternativeDefinition<Terms>) -> [String: AlternativeDefinition<Terms>] {
        var alternatives: [String: AlternativeDefinition<Terms>] = [:]
        for (name, value) in optional("alternatives")?.entries(.kebab) ?? [] { alternatives[name] = read(value) }
        return alternatives
    }
}

extension AlternativeDefinition {
    /// Reads an alternative, which names what it changes and must change something.
    init(_ cursor: Cursor, instead standard: Terms, _ keys: [String], change: (Fields, inout Terms) -> Void) {
        let fields = Fields(cursor, known: ["label"] + keys)
        var terms = standard
        change(fields, &terms)
        if terms == standard, fields.isMapping {
            cursor.fault(
                "same-definition",
                at: cursor.name,
                Phrase(vi: "định nghĩa thay thế không khác định nghĩa chính", en: "the alternative is the default itself")
            )
        }
        self.init(label: fields.required("label")?.phrase() ?? Phrase(vi: ""), terms: terms)
    }
}

extension Cursor {
    /// A list of words, at least one, none twice; else the fault, and nil.
    func distinctWords(_ code: String, _ problem: Phrase) -> [String]? {
        let words = collect { element -> String? in
            guard let word = element.text() else { return nil }
            NameKind.kebab.check(word, in: element)
            return word
        }
        guard !words.isEmpty, Set(words).count == words.count else {
            fault(code, problem)
            return nil
        }
        return words
    }
}
