/// VNI Windows as it appears when its bytes are read as Latin-1: a plain letter and behind it a sign that holds its marks.
enum VNI {
    /// The word in Unicode; nil when it has a character that is not of this encoding or none that this encoding writes differently.
    static func decoded(_ word: Substring) -> String? {
        var result = ""
        var isChanged = false
        var scalars = word.lowercased().unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            if let next = scalars.first, let letter = pairs[scalar]?[next] {
                scalars.removeFirst()
                result.unicodeScalars.append(letter)
                isChanged = true
            } else if let letter = singles[scalar] {
                result.unicodeScalars.append(letter)
                isChanged = isChanged || letter != scalar
            } else if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else {
                return nil
            }
        }
        return isChanged ? result : nil
    }

    private static let singles: [Unicode.Scalar: Unicode.Scalar] = [
        "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
    ]

    private static let pairs: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = {
        let tones = "øûõùï"
        let hat = "âàåãáä"
        let breve = "êèúüéë"
        let rows: [(Unicode.Scalar, String, String)] = [
            ("a", tones, "àảãáạ"), ("a", hat, "âầẩẫấậ"), ("a", breve, "ăằẳẵắặ"), ("e", tones, "èẻẽéẹ"), ("e", hat, "êềểễếệ"),
            ("o", tones, "òỏõóọ"), ("o", hat, "ôồổỗốộ"), ("ô", tones, "ờởỡớợ"), ("u", tones, "ùủũúụ"), ("ö", tones, "ừửữứự"),
            ("y", tones, "ỳỷỹýỵ"),
        ]
        var pairs: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]
        for (base, signs, letters) in rows {
            for (sign, letter) in zip(signs.unicodeScalars, letters.unicodeScalars) { pairs[base, default: [:]][sign] = letter }
        }
        return pairs
    }()
}
