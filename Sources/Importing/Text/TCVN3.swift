/// TCVN 5712:1993 as it appears when its bytes are read as Latin-1.
enum TCVN3 {
    /// The word in Unicode; nil when it has a character that is not of this encoding.
    static func decoded(_ word: Substring) -> String? {
        var result = ""
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let letter = letters[scalar] {
                result.unicodeScalars.append(letter)
            } else {
                return nil
            }
        }
        return result
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
        let runs: [(UInt8, String)] = [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệì"), (0xD8, "ỉ"), (0xDC, "ĩíịò"),
            (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        ]
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (first, row) in runs {
            for (offset, letter) in row.unicodeScalars.enumerated() { letters[Unicode.Scalar(first + UInt8(offset))] = letter }
        }
        return letters
    }()
}
