import Yams

extension SourceFile {
    /// The line and column at which a byte of a scalar's text was written: after quotes, escapes, folds and block indentation.
    ///
    /// Text and file are walked side by side. Where they differ, only blanks (folds, indentation) and escapes can be the reason; if it is
    /// something else, the start of the scalar is answered.
    func place(of offset: Int, in scalar: Tree.Scalar, line: Int, column: Int) -> (line: Int, column: Int) {
        var cursor = TextCursor(lines: lines, line: line, column: column)
        cursor.enter(scalar.style)
        var bytes = 0
        for wanted in scalar.string.unicodeScalars {
            if bytes >= offset { break }
            guard cursor.take(wanted, style: scalar.style) else { return (line, column) }
            bytes += UTF8.width(wanted)
        }
        cursor.settle(scalar.string, at: offset)
        return (cursor.line, cursor.column)
    }
}

/// A place in the lines of a file that moves forward scalar by scalar.
private struct TextCursor {
    let lines: [Substring]
    private(set) var line: Int
    private var rest: Substring.UnicodeScalarView
    private var passed: Int

    var column: Int { passed + 1 }

    init(lines: [Substring], line: Int, column: Int) {
        self.lines = lines
        self.line = line
        passed = column - 1
        rest = lines.indices.contains(line - 1) ? lines[line - 1].unicodeScalars.dropFirst(column - 1) : Substring().unicodeScalars
    }

    /// The scalar here: a line break at the end of a line, nil at the end of the file.
    private var next: Unicode.Scalar? {
        rest.first ?? (line < lines.count ? "\n" : nil)
    }

    private mutating func advance() {
        if rest.isEmpty {
            line += 1
            passed = 0
            rest = lines.indices.contains(line - 1) ? lines[line - 1].unicodeScalars : Substring().unicodeScalars
        } else {
            rest.removeFirst()
            passed += 1
        }
    }

    /// Steps over the opening quote, or over the header line of a block.
    mutating func enter(_ style: Node.Scalar.Style) {
        switch style {
        case .singleQuoted, .doubleQuoted: advance()
        case .literal, .folded:
            while let scalar = next, scalar != "\n" { advance() }
            advance()
        case .plain, .any: break
        }
    }

    /// Steps over what spells one scalar of the text.
    mutating func take(_ wanted: Unicode.Scalar, style: Node.Scalar.Style) -> Bool {
        while let found = next {
            if style == .doubleQuoted, found == "\\" {
                if takeEscape() { return true }
                continue
            }
            if found == wanted {
                advance()
                if style == .singleQuoted, wanted == "'", next == "'" { advance() }
                return true
            }
            if wanted == " " || wanted == "\n" {
                // A fold: however many blanks and line breaks stand here spell this one.
                skipBlanks()
                return true
            }
            guard found == " " || found == "\n" else { return false }
            skipBlanks()
        }
        return false
    }

    /// Moves over indentation when the wanted byte is no blank, so that the place is that of the letter itself.
    mutating func settle(_ text: String, at offset: Int) {
        let bytes = Array(text.utf8)
        guard bytes.indices.contains(offset), bytes[offset] != UInt8(ascii: " "), bytes[offset] != UInt8(ascii: "\n") else { return }
        skipBlanks()
    }

    private mutating func skipBlanks() {
        while next == " " || next == "\n" { advance() }
    }

    /// Steps over a backslash and what it escapes; false when that was only a line break.
    private mutating func takeEscape() -> Bool {
        advance()
        let kind = next
        if kind == "\n" {
            skipBlanks()
            return false
        }
        advance()
        let digits =
            switch kind {
            case "x": 2
            case "u": 4
            case "U": 8
            default: 0
            }
        for _ in 0..<digits { advance() }
        return true
    }
}
