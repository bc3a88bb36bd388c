/// The shape of the names that rule files use.
enum FactPath {
    /// Whether this is a group and a fact, such as `selection.mean_score_x100` or `this.received_on`.
    static func isValid(_ text: String) -> Bool {
        guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
        let name = text.utf8[point...].dropFirst()
        return isWord(text.utf8[..<point], joiner: UInt8(ascii: "_")) && isWord(name, joiner: UInt8(ascii: "_"))
    }

    /// Whether this is a name such as `lodge-acceptance`.
    static func isEventName(_ text: String) -> Bool {
        isWord(text.utf8[...], joiner: UInt8(ascii: "-"))
    }

    /// Whether this names one small machine, such as `periodic-report:3`.
    static func isMachine(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let number = text.utf8[colon...].dropFirst()
        return isWord(text.utf8[..<colon], joiner: UInt8(ascii: "-"))
            && (1...9).contains(number.count) && number.first != UInt8(ascii: "0") && number.allSatisfy(isDigit)
    }

    private static func isWord(_ text: Substring.UTF8View, joiner: UInt8) -> Bool {
        guard let first = text.first, isLowerCase(first), text.last != joiner else { return false }
        return text.allSatisfy { isLowerCase($0) || isDigit($0) || $0 == joiner }
    }

    private static func isLowerCase(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
