/// One header: a name and words, folded so that lines keep to 76 characters where no single word is longer (RFC 5322, 2.2.3).
struct HeaderField {
    private let name: String
    private let words: [String]

    /// A header of words between which a line may be broken.
    init(_ name: String, _ words: [String]) {
        self.name = name
        self.words = words
    }

    /// A header that stands as it is.
    init(_ name: String, _ value: String) {
        self.init(name, [value])
    }

    /// The header with its line break.
    var text: String {
        var text = "\(name):"
        var width = text.utf8.count
        for (index, word) in words.enumerated() {
            // Not behind the name: readers trip over a first line that has nothing.
            if index > 0, width + 1 + word.utf8.count > 76 {
                text += "\r\n"
                width = 0
            }
            text += " " + word
            width += 1 + word.utf8.count
        }
        return text + "\r\n"
    }
}
