import Foundation
import LifecycleModel

extension SourceFile {
    /// Flaws that are seen in the text before it is read as YAML: tabs that indent, letters not in NFC, too many aliases, and characters that
    /// make it read otherwise than it looks.
    static func textFlaws(_ lines: [Substring], name: String) -> [Diagnostic] {
        var flaws: [Diagnostic] = []
        var aliases = 0
        for (index, line) in lines.enumerated() {
            if let column = indentingTab(line) { flaws.append(.tab(name, line: index + 1, column: column)) }
            if let column = decomposedLetter(line) { flaws.append(.notNFC(name, line: index + 1, column: column)) }
            if let (column, character) = hiddenCharacter(line) {
                flaws.append(.hidden(character, name, line: index + 1, column: column))
            }
            aliases += aliasCount(line)
        }
        if aliases > aliasLimit { flaws.append(.tooManyAliases(name, limit: aliasLimit)) }
        return flaws
    }

    /// The column of a tab among the blanks a line begins with.
    private static func indentingTab(_ line: Substring) -> Int? {
        var column = 1
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "\t"): return column
            case UInt8(ascii: " "): column += 1
            default: return nil
            }
        }
        return nil
    }

    /// The column of the first letter written as a base and a combining mark though one letter exists for both.
    private static func decomposedLetter(_ line: Substring) -> Int? {
        // Combining marks are U+0300…U+036F, in UTF-8 they begin with CC or CD; without one a line is not looked at closely.
        guard line.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return nil }
        var column = 1
        for character in line {
            let composed = String(character).precomposedStringWithCanonicalMapping
            if !composed.unicodeScalars.elementsEqual(character.unicodeScalars) { return column }
            column += character.unicodeScalars.count
        }
        return nil
    }

    /// The first character that ends a line for YAML but in no editor (CR alone, U+0085, U+2028, U+2029), so that what looks like a remark is
    /// none, that turns the direction of writing round (Boucher, Anderson, "Trojan Source", 2021), or that steers a terminal.
    private static func hiddenCharacter(_ line: Substring) -> (column: Int, character: Unicode.Scalar)? {
        guard line.maySteer, let index = line.unicodeScalars.enumerated().first(where: { $1.isSteering && $1 != "\t" }) else { return nil }
        return (index.offset + 1, index.element)
    }

    /// How often `*name` stands where YAML would take it for an alias; quoted text is counted too, which does no harm at this limit.
    private static func aliasCount(_ line: Substring) -> Int {
        var count = 0
        var beforeLast = UInt8(ascii: " ")
        var last = UInt8(ascii: " ")
        for byte in line.utf8 {
            let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
            if last == UInt8(ascii: "*"), isLetter, " [{,".utf8.contains(beforeLast) { count += 1 }
            (beforeLast, last) = (last, byte)
        }
        return count
    }
}
