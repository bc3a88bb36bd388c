public import CanonicalJSON

/// Words for people, in Vietnamese and, beside it, in English.
public struct Phrase: Sendable, Hashable, Codable {
    /// The Vietnamese words.
    public let vi: String
    /// The English words; empty when nobody wrote any.
    public let en: String

    /// Words in both languages.
    public init(vi: String, en: String = "") {
        self.vi = vi
        self.en = en
    }

    /// The words in a language; where the English is empty, the Vietnamese.
    public subscript(language: Language) -> String {
        language == .en && !en.isEmpty ? en : vi
    }

    /// Both texts, each put through the same change.
    public func mapped(_ change: (String) -> String) -> Phrase {
        Phrase(vi: change(vi), en: en.isEmpty ? "" : change(en))
    }
}

extension Phrase: JSONRepresentable {
    /// Reads `{"vi":…,"en":…}`, or a bare string as Vietnamese alone.
    public init(json: JSONValue) throws(JSONShapeFault) {
        if let vi = json.string {
            self.init(vi: vi)
        } else {
            self.init(vi: try json.string(at: "vi"), en: try json.optionalString(at: "en") ?? "")
        }
    }

    /// `{"vi":…,"en":…}`.
    public var json: JSONValue {
        ["vi": .string(vi), "en": .string(en)]
    }
}
