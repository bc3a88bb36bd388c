import LifecycleModel

/// Text as headers carry it: plain where it is plain, otherwise as encoded words (RFC 2047).
enum HeaderText {
    /// The longest text of a header, in characters.
    static let longest = 500

    /// Refuses what could end a line and begin another header, and what no header should be long enough for.
    static func check(_ text: String, _ what: Phrase) throws(MailFault) {
        if text.unicodeScalars.contains(where: isControl) {
            throw MailFault(
                .message,
                Phrase(
                    vi: "\(what.vi) có ký tự xuống dòng hoặc ký tự điều khiển",
                    en: "\(what.en) has a line break or a control character"
                ),
                hint: Phrase(vi: "viết trên một dòng", en: "write it on one line")
            )
        }
        if text.count > longest {
            throw MailFault(
                .message,
                Phrase(vi: "\(what.vi) dài quá \(longest) ký tự", en: "\(what.en) is longer than \(longest) characters"),
                hint: Phrase(vi: "viết ngắn hơn", en: "make it shorter")
            )
        }
    }

    /// Whether a character ends lines, steers a terminal, or turns the direction of writing round.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isSteering
    }

    /// A text where any text may stand, such as a subject.
    static func words(_ text: String) -> [String] {
        let isPlain = text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        // Two blanks beside each other might be folded into one.
        guard isPlain, words.allSatisfy({ !$0.isEmpty && $0.utf8.count <= longestWord }), !text.contains("=?") else { return encoded(text) }
        return words
    }

    /// A name before an address (`phrase` of RFC 5322, 3.2.5).
    static func phraseWords(_ text: String) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let arePlain = words.allSatisfy { word in
            !word.isEmpty && word.utf8.count <= longestWord
                && word.utf8.allSatisfy { EscapedKey.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
        return arePlain ? words : encoded(text)
    }

    /// So long that the name of the header stands before it on a line of 76.
    private static let longestWord = 64

    /// Encoded words of at most `longestWord` characters, none of which cuts a character of the text (RFC 2047, 2 and 5).
    private static func encoded(_ text: String) -> [String] {
        var chunks: [[UInt8]] = []
        for scalar in VietnameseText.composed(text).unicodeScalars {
            let octets = Array(String(scalar).utf8)
            if let last = chunks.last, last.count + octets.count <= 39 {
                chunks[chunks.count - 1] += octets
            } else {
                chunks.append(octets)
            }
        }
        return chunks.map { "=?utf-8?B?\(Base64.text($0))?=" }
    }
}
