/// Values joined into one cell: a backslash before a sign takes its meaning away.
enum EscapedList {
    /// The parts between the separators, still escaped.
    static func split(_ text: Substring, on separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        for index in separators(separator, in: text) {
            parts.append(text[start..<index])
            start = text.index(after: index)
        }
        return parts + [text[start...]]
    }

    /// Where the separator stands without a backslash before it.
    static func separators(_ separator: Character, in text: Substring) -> [String.Index] {
        var found: [String.Index] = []
        var isEscaped = false
        for index in text.indices {
            if isEscaped {
                isEscaped = false
            } else if text[index] == "\\" {
                isEscaped = true
            } else if text[index] == separator {
                found.append(index)
            }
        }
        return found
    }

    /// The text itself; nil when it ends with a lone backslash.
    static func unescaped(_ text: Substring) -> String? {
        guard text.contains("\\") else { return String(text) }
        var result = ""
        var isEscaped = false
        for character in text {
            if !isEscaped, character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return isEscaped ? nil : result
    }

    /// The text with a backslash before each of the signs and before each backslash.
    static func escaped(_ text: String, _ signs: Set<Character>) -> String {
        var result = ""
        for character in text {
            if character == "\\" || signs.contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
