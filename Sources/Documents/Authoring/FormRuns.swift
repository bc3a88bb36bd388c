import OpenPackaging

/// Cuts a line of a form's source into runs: `**bold**`, `__italic__`, `^own size of its place^`.
enum FormRuns {
    /// Text of a report as a source of forms would write it: signs of markup are parted by nothing that is seen.
    static func escaped(_ text: String) -> String {
        ["**", "__", "{{", "}}"].reduce(text) { $0.replacing($1, with: "\($1.prefix(1))\u{2060}\($1.suffix(1))") }.replacing("^", with: "")
    }

    static func runs(_ text: String) -> [XMLElement] {
        var runs: [XMLElement] = []
        var (isBold, isItalic, isOther) = (false, false, false)
        var piece = ""
        func finish() {
            guard !piece.isEmpty else { return }
            var format: [XMLElement] = []
            if isBold { format.append(XMLElement("w:b")) }
            if isItalic { format.append(XMLElement("w:i")) }
            // Motto, place and date, "Nơi nhận:" are a point larger than what stands around them.
            if isOther { format.append(contentsOf: [XMLElement("w:sz", ["w:val": "26"]), XMLElement("w:szCs", ["w:val": "26"])]) }
            let properties = format.isEmpty ? nil : XMLElement("w:rPr", [:], format.map { .element($0) })
            runs.append(.run(properties, [.text(piece)]))
            piece = ""
        }
        // A box stays with its label.
        var rest = text.replacing("☐ ", with: "☐\u{00A0}")[...]
        var isTag = false
        while let character = rest.first {
            if rest.hasPrefix("{{") { isTag = true }
            if rest.hasPrefix("}}") { isTag = false }
            if !isTag, rest.hasPrefix("**") || rest.hasPrefix("__") {
                finish()
                if rest.hasPrefix("**") { isBold.toggle() } else { isItalic.toggle() }
                rest = rest.dropFirst(2)
            } else if !isTag, character == "^" {
                finish()
                isOther.toggle()
                rest = rest.dropFirst()
            } else {
                piece.append(character)
                rest = rest.dropFirst()
            }
        }
        finish()
        return runs
    }
}
