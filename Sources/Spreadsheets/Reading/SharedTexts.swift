import OpenPackaging

/// The texts that cells share, in the order cells count them.
enum SharedTexts {
    /// Reads the part; the pieces of rich text are joined, readings of East Asian signs left out.
    static func read(_ bytes: [UInt8], part: String, limits: PackageLimits) throws(PackageFault) -> [String] {
        let reader = try XMLReader(bytes, part: part, limits: limits)
        var path: [Substring] = []
        var texts: [String] = []
        var text = ""
        while let event = try reader.next() {
            switch event {
            case .begin(let name, _):
                path.append(name.localName)
                if path.count == 2 { text = "" }
            case .text(let piece), .blank(let piece):
                if path.last == "t", path.count == 3 || (path.count == 4 && path[2] == "r") { text += piece }
            case .end:
                if path.count == 2, path[1] == "si" { texts.append(EscapedText.plain(text)) }
                path.removeLast()
            }
        }
        return texts
    }
}
