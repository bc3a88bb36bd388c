import LifecycleModel
import Testing

@Suite struct VietnameseTextTests {
    static let every = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"

    /// The letter taken apart, its marks in both orders, as different keyboards leave them.
    static let apart: [(String, String)] = [
        ("e\u{302}\u{323}", "ệ"), ("e\u{323}\u{302}", "ệ"), ("ê\u{323}", "ệ"), ("ẹ\u{302}", "ệ"), ("o\u{31B}\u{301}", "ớ"),
        ("ơ\u{301}", "ớ"),
        ("u\u{31B}\u{309}", "ử"), ("a\u{306}\u{303}", "ẵ"), ("A\u{302}\u{300}", "Ầ"), ("y\u{323}", "ỵ"), ("u\u{308}", "ü"),
        ("a\u{340}", "à"),
    ]

    @Test(arguments: apart)
    func composes(text: String, expected: String) {
        #expect(VietnameseText.composed("x\(text)n").unicodeScalars.elementsEqual("x\(expected)n".unicodeScalars))
        #expect(!VietnameseText.isComposed(text))
        #expect(VietnameseText.isComposed(expected))
    }

    @Test func leavesWhatItCannotCompose() {
        for text in ["x\u{336}", "\u{301}", "がa", "e\u{302}\u{323}\u{336}"] {
            let composed = VietnameseText.composed(text)
            #expect(composed == text)
            #expect(VietnameseText.composed(composed) == composed)
        }
        #expect(VietnameseText.isComposed("lúa đặc sản \u{336}"))
    }

    @Test(arguments: [
        ("Lúa đặc sản Thanh Hóa", "lua dac san thanh hoa"), ("ĐƯỜNG", "duong"), ("Nguye\u{302}\u{303}n", "nguyen"),
        ("a  b\u{A0}\n c", "a b c"),
        ("Müller, Æ", "muller, æ"), ("QĐ-15/2025", "qd-15/2025"), ("日本", "日本"), ("", ""),
    ])
    func folds(text: String, expected: String) {
        #expect(VietnameseText.folded(text) == expected)
    }

    @Test func foldsEveryLetter() {
        #expect(VietnameseText.folded(Self.every) == VietnameseText.folded(Self.every.uppercased()))
        #expect(VietnameseText.folded(Self.every).utf8.allSatisfy { (0x61...0x7A).contains($0) })
        #expect(VietnameseText.folded(Self.every).count == Self.every.count)
    }

    @Test(arguments: [
        ("lua dac san", true), ("LÚA", true), ("đac", true), ("san lua", true), ("", true), ("  ", true), ("lua nep", false),
        ("luaa", false), ("giống lúa đặc sản Thanh Hóa", false),
    ])
    func searches(query: String, found: Bool) {
        #expect(VietnameseText.matches(query, in: "Phục tráng giống lúa đặc sản") == found)
    }
}

@Suite struct VietnameseOrderTests {
    @Test(arguments: [
        ["An", "Ăn", "Ân", "Da", "Đà"],
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "â", "b"],
        ["c", "d", "đ", "e", "ê", "g"],
        ["o", "ó", "ô", "ố", "ơ", "ớ", "p"],
        ["u", "ụ", "ư", "ự", "v"],
        ["y", "ỳ", "ỷ", "ỹ", "ý", "ỵ", "z"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
        ["an", "An", "AN", "àn"],
        ["Lê Anh", "Lê Ánh", "Lê Ân", "Lê Bình"],
        ["Hà", "Hà Nam", "Hà Nội", "Hải Dương"],
        ["", " ", "-", "10", "2", "a"],
        ["Cẩm Thủy", "Chí Linh", "Công"],
        ["bạn 日", "bạn 本"],
    ])
    func sorts(words: [String]) {
        #expect(words.reversed().sortedInVietnamese() == words)
        #expect(words.shuffled().sortedInVietnamese() == words)
    }

    @Test func sortsTheWholeAlphabet() {
        let letters = VietnameseTextTests.every.map(String.init)
        #expect(letters.reversed().sortedInVietnamese() == letters)
    }

    @Test func spellingOfMarksMakesNoDifference() {
        for (apart, composed) in VietnameseTextTests.apart {
            #expect(VietnameseText.sortKey(apart) == VietnameseText.sortKey(composed))
        }
        #expect(VietnameseText.precedes("Đa", "Đà"))
    }

    @Test func equalTextsKeepTheirOrder() {
        let pairs = [("b", 1), ("a", 1), ("a", 2), ("a", 3)]
        #expect(pairs.sortedInVietnamese { $0.0 }.map(\.1) == [1, 2, 3, 1])
    }
}

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("Thanh Hóa", 9), ("Thanh Ho\u{301}a", 9), ("e\u{302}\u{323}", 1), ("日本", 4), ("한국", 4), ("Ａ", 2), ("ｱ", 1),
        ("😀", 2), ("👨‍👩‍👧", 2),
        ("🇻🇳", 2), ("❤️", 2), ("a\tb", 2), ("\u{200B}", 0), ("\u{301}", 0), ("…—“”₫", 5), ("│─┼", 3), ("１、", 4), ("\u{1B}", 0),
    ])
    func measures(text: String, columns: Int) {
        #expect(VietnameseText.displayWidth(text) == columns)
    }

    @Test func padsAndCuts() {
        #expect(VietnameseText.padded("Ho\u{301}a", to: 5) == "Hóa  ")
        #expect(VietnameseText.padded("12", to: 4, alignedRight: true) == "  12")
        #expect(VietnameseText.padded("dài quá", to: 3) == "dài quá")
        #expect(VietnameseText.truncated("Thanh Hóa", to: 9) == "Thanh Hóa")
        #expect(VietnameseText.truncated("Thanh Hóa", to: 6) == "Thanh…")
        #expect(VietnameseText.truncated("日本語", to: 4) == "日…")
        #expect(VietnameseText.truncated("abc", to: 0) == "")
    }
}
