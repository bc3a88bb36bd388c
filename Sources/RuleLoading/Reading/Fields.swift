import LifecycleModel
import Rules

/// The members of a mapping whose keys are fixed by the format.
struct Fields {
    /// The mapping.
    let cursor: Cursor
    private var values: [String: Tree] = [:]

    /// Reads a mapping, reporting keys that are not known.
    init(_ cursor: Cursor, known: [String]) {
        self.cursor = cursor
        guard let mapping = cursor.node.mapping else {
            cursor.wrongType(
                Phrase(vi: "một nhóm gồm: \(known.joined(separator: ", "))", en: "a mapping of: \(known.joined(separator: ", "))")
            )
            return
        }
        for (key, value) in mapping {
            guard let name = key.scalar?.string, !DuplicateKeys.isHidden(name) else { continue }
            if known.contains(name) {
                values[name] = value
            } else {
                let isTail = value.scalar?.isNull ?? false
                cursor.fault(
                    "unknown-key",
                    at: key,
                    Phrase(vi: "không có khóa ‘\(name)’ ở đây", en: "there is no key ‘\(name)’ here"),
                    hint: isTail && name.contains(" ") ? Self.commaHint : Suggestion.hint(for: name, in: known)
                )
            }
        }
    }

    /// Inside `{…}` a comma ends a text, and what follows it is taken for a key.
    private static let commaHint = Phrase(
        vi: "văn bản có dấu phẩy trong {…} phải đặt trong ngoặc kép",
        en: "inside {…} a text with a comma must be put in quotes"
    )

    /// Whether this was a mapping at all.
    var isMapping: Bool { cursor.node.mapping != nil }

    /// Whether the key is there, be it with an empty value.
    func has(_ key: String) -> Bool {
        values[key] != nil
    }

    /// The value of a key, read for `path/key`.
    func optional(_ key: String) -> Cursor? {
        values[key].map { Cursor($0, at: cursor.path / key, in: cursor.file, report: cursor.report) }
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> Cursor? {
        if let found = optional(key) { return found }
        if isMapping {
            cursor.report.markUnread(cursor.path / key)
            cursor.fault("missing-key", Phrase(vi: "thiếu khóa ‘\(key)’", en: "the key ‘\(key)’ is missing"))
        }
        return nil
    }

    /// The label; when there is none it is empty, which a validator reports.
    var label: Phrase {
        optional("label")?.phrase() ?? Phrase(vi: "")
    }

    /// A text that must be there; when it is not, an empty one.
    func text(_ key: String) -> String {
        required(key)?.text() ?? ""
    }

    /// A text that may be missing.
    func optionalText(_ key: String) -> String? {
        optional(key)?.text()
    }

    /// A list of texts; none when the key is missing.
    func texts(_ key: String) -> [String] {
        optional(key)?.texts() ?? []
    }

    /// A name that is given here and must be there.
    func name(_ key: String, _ kind: NameKind) -> String {
        guard let cursor = required(key), let name = cursor.text() else { return "" }
        kind.check(name, in: cursor)
        return name
    }

    /// One of a closed set of words, or what stands for a missing one.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, default word: Word) -> Word {
        optional(key)?.word() ?? word
    }
}
