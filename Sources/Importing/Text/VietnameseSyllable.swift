/// Tells what can be a Vietnamese syllable from what cannot, by the spelling rules: onset, rhyme, tone.
///
/// Every Vietnamese word is one syllable of a small closed set of forms, which is what gives a wrong encoding away.
enum VietnameseSyllable {
    /// Whether a word, in any case, with composed letters and at least one letter, is spelt as a Vietnamese syllable can be.
    static func isPossible(_ word: some StringProtocol) -> Bool {
        var letters: [UInt8] = []
        var tone: UInt8 = 0
        for scalar in word.lowercased().unicodeScalars {
            guard let (letter, ownTone) = SyllableLetter.of(scalar) else { return false }
            if ownTone != 0 {
                guard tone == 0 else { return false }
                tone = ownTone
            }
            letters.append(letter)
        }
        guard !letters.isEmpty, letters.count <= 7 else { return false }
        // `gi` and `qu` share a letter with the rhyme, so every split is tried.
        return (0...min(3, letters.count - 1)).contains { cut in
            onsets.contains(Array(letters[..<cut])) && fits(Array(letters[cut...]), tone: tone)
        }
    }

    /// Syllables that end in a stop carry only the tones sắc and nặng.
    private static func fits(_ rhyme: [UInt8], tone: UInt8) -> Bool {
        guard rhymes.contains(rhyme) else { return false }
        let endsInStop: Bool =
            switch rhyme.last {
            case UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "t"): true
            case UInt8(ascii: "h"): rhyme.dropLast().last == UInt8(ascii: "c")
            default: false
            }
        return !endsInStop || tone == SyllableLetter.acute || tone == SyllableLetter.dot
    }

    private static let onsets = Set(
        ([
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t",
            "th",
        ]
            + ["tr", "v", "x"]).map(spelt)
    )

    private static let rhymes = Set(
        """
        a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
        i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe
        oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt u ua uât uân uâng uây uc uê uêch uên uênh uêt ui
        um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu
        ưt ưu y ych yêm yên yêng yêt yêu ym yn ynh yt êng
        """.split { $0.isWhitespace }.map { spelt(String($0)) }
    )

    private static func spelt(_ text: String) -> [UInt8] {
        text.unicodeScalars.compactMap { SyllableLetter.of($0)?.letter }
    }
}

/// The letters of Vietnamese without their tones, each as one byte: ASCII for the plain ones, capitals for those with marks.
enum SyllableLetter {
    static let acute: UInt8 = 4
    static let dot: UInt8 = 5

    /// The letter and its tone, 0 for none, of a small letter.
    static func of(_ scalar: Unicode.Scalar) -> (letter: UInt8, tone: UInt8)? {
        if ("a"..."z").contains(scalar) { return (UInt8(ascii: scalar), 0) }
        return marked[scalar]
    }

    private static let marked: [Unicode.Scalar: (UInt8, UInt8)] = {
        let rows: [(UInt8, String)] = [
            (UInt8(ascii: "a"), "aàảãáạ"), (UInt8(ascii: "A"), "ăằẳẵắặ"), (UInt8(ascii: "B"), "âầẩẫấậ"), (UInt8(ascii: "e"), "eèẻẽéẹ"),
            (UInt8(ascii: "E"), "êềểễếệ"), (UInt8(ascii: "i"), "iìỉĩíị"), (UInt8(ascii: "o"), "oòỏõóọ"), (UInt8(ascii: "O"), "ôồổỗốộ"),
            (UInt8(ascii: "Q"), "ơờởỡớợ"), (UInt8(ascii: "u"), "uùủũúụ"), (UInt8(ascii: "U"), "ưừửữứự"), (UInt8(ascii: "y"), "yỳỷỹýỵ"),
        ]
        var marked: [Unicode.Scalar: (UInt8, UInt8)] = ["đ": (UInt8(ascii: "D"), 0)]
        for (letter, forms) in rows {
            for (tone, scalar) in forms.unicodeScalars.enumerated() where !scalar.isASCII { marked[scalar] = (letter, UInt8(tone)) }
        }
        return marked
    }()
}
