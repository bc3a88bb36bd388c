import LifecycleModel

/// What stands between `{{` and `}}` in a template.
enum TemplateTag: Sendable, Hashable {
    /// `{{award.state_money}}`, `{{award.state_money | words}}`: a value.
    case field(name: String, way: FieldWriting?)
    /// `{{#each members}}`: what follows once for each row.
    case each(list: String)
    /// `{{#if field}}`, `{{#if not field}}`, `{{#if field = word}}`: what follows when it holds.
    case condition(TemplateCondition)
    /// `{{else}}`.
    case otherwise
    /// `{{/each}}`, `{{/if}}`.
    case end(isList: Bool)

    /// Reads what stands between the braces.
    init(_ text: String, at place: String) throws(DocumentFault) {
        // Word replaces a typed blank by a no-break blank where it likes to.
        let text = VietnameseText.composed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch text {
        case "else": self = .otherwise
        case "/each": self = .end(isList: true)
        case "/if": self = .end(isList: false)
        case let text where text.hasPrefix("#each "):
            let name = String(text.dropFirst(6))
            guard Self.isFieldName(name) else { throw Self.broken(text, at: place) }
            self = .each(list: name)
        case let text where text.hasPrefix("#if "):
            guard let condition = TemplateCondition(text.dropFirst(4)) else { throw Self.broken(text, at: place) }
            self = .condition(condition)
        default:
            let parts = text.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.split(separator: " ").joined(separator: " ")
            }
            guard let name = parts.first, Self.isFieldName(name), parts.count <= 2 else { throw Self.broken(text, at: place) }
            guard parts.count == 2 else {
                self = .field(name: name, way: nil)
                return
            }
            guard let way = FieldWriting(rawValue: parts[1]) else {
                let ways = FieldWriting.allCases.map(\.rawValue).joined(separator: ", ")
                throw DocumentFault(
                    .brokenTag,
                    at: place,
                    Phrase(vi: "không có cách viết «\(parts[1])»", en: "there is no way of writing \"\(parts[1])\""),
                    hint: Phrase(vi: "Các cách viết: \(ways)", en: "Ways of writing: \(ways)")
                )
            }
            self = .field(name: name, way: way)
        }
    }

    /// Whether a field may be called that: words of lower-case ASCII letters, digits and `_`, parted by dots.
    static func isFieldName(_ name: String) -> Bool {
        name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
            guard let first = word.utf8.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") else { return false }
            return word.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "_")
            }
        }
    }

    /// Whether it opens, parts or closes a section.
    var isStructure: Bool {
        if case .field = self { false } else { true }
    }

    /// As it is written.
    var text: String {
        switch self {
        case .field(let name, let way): way.map { "{{\(name) | \($0.rawValue)}}" } ?? "{{\(name)}}"
        case .each(let list): "{{#each \(list)}}"
        case .condition(let condition): "{{#if \(condition.text)}}"
        case .otherwise: "{{else}}"
        case .end(let isList): isList ? "{{/each}}" : "{{/if}}"
        }
    }

    private static func broken(_ text: String, at place: String) -> DocumentFault {
        DocumentFault(
            .brokenTag,
            at: place,
            Phrase(vi: "thẻ «{{\(text)}}» sai dạng", en: "the tag \"{{\(text)}}\" is not well formed"),
            hint: Phrase(
                vi: "Dạng đúng: {{trường}}, {{trường | cách viết}}, {{#each danh_sách}}…{{/each}}, {{#if trường}}…{{else}}…{{/if}}",
                en: "Well formed: {{field}}, {{field | way}}, {{#each list}}…{{/each}}, {{#if field}}…{{else}}…{{/if}}"
            )
        )
    }
}

/// The condition of `{{#if …}}`.
struct TemplateCondition: Sendable, Hashable {
    /// The field it looks at.
    let field: String
    /// Whether it holds when the field does not.
    let isNegated: Bool
    /// The word the field must equal; nil to ask whether it is there (a flag: whether it is true).
    let word: String?

    /// Reads `field`, `not field`, `field = word`, `not field = word`.
    init?(_ text: Substring) {
        let isNegated = text.hasPrefix("not ")
        let parts = (isNegated ? text.dropFirst(4) : text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
            $0.split(separator: " ").joined(separator: " ")
        }
        guard TemplateTag.isFieldName(parts[0]), parts.count == 1 || !parts[1].isEmpty else { return nil }
        self.isNegated = isNegated
        field = parts[0]
        word = parts.count == 2 ? parts[1] : nil
    }

    /// As it is written.
    var text: String {
        (isNegated ? "not " : "") + field + (word.map { " = \($0)" } ?? "")
    }

    /// Whether it holds for a value, nil when there is none.
    func holds(_ value: FieldValue?) -> Bool {
        let plain = word.map { word in value?.equals(word) ?? false } ?? (value?.holds ?? false)
        return plain != isNegated
    }
}
