import Documents
import LifecycleModel
import Testing

@Suite struct VietnameseNumberTests {
    @Test(
        arguments: [
            (0, "không"), (1, "một"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"),
            (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (31, "ba mươi mốt"), (55, "năm mươi lăm"),
            (100, "một trăm"), (101, "một trăm linh một"), (104, "một trăm linh bốn"), (105, "một trăm linh năm"), (110, "một trăm mười"),
            (111, "một trăm mười một"), (115, "một trăm mười lăm"), (121, "một trăm hai mươi mốt"), (999, "chín trăm chín mươi chín"),
            (1000, "một nghìn"), (1001, "một nghìn không trăm linh một"), (1010, "một nghìn không trăm mười"),
            (1100, "một nghìn một trăm"), (2024, "hai nghìn không trăm hai mươi tư"), (10_000, "mười nghìn"),
            (1_000_000, "một triệu"), (1_005_000, "một triệu không trăm linh năm nghìn"), (1_000_001, "một triệu không trăm linh một"),
            (1_250_000_000, "một tỷ hai trăm năm mươi triệu"), (1_000_000_000_000, "một nghìn tỷ"),
            (53_000_201_000, "năm mươi ba tỷ hai trăm linh một nghìn"),
            (1_001_000_000_005, "một nghìn không trăm linh một tỷ không trăm linh năm"), (-21, "âm hai mươi mốt"),
        ] as [(Int64, String)]
    )
    func words(_ number: Int64, _ text: String) {
        #expect(VietnameseNumber.words(number) == text)
    }

    @Test(arguments: [(Int64.max, "bảy"), (Int64.min, "tám")])
    func extremes(_ number: Int64, _ last: String) {
        let words =
            "chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ "
            + "tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh \(last)"
        #expect(VietnameseNumber.words(number) == (number < 0 ? "âm " : "") + words)
    }

    /// Every number below a million reads back to itself by a plain reader of the words.
    @Test func readsBack() {
        for number in stride(from: Int64(1), to: 1_000_000, by: 37) {
            #expect(Self.value(VietnameseNumber.words(number)) == number, "\(number)")
        }
    }

    private static func value(_ text: String) -> Int64 {
        let digits: [Substring: Int64] = [
            "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8,
            "chín": 9,
        ]
        var (total, group, digit): (Int64, Int64, Int64) = (0, 0, 0)
        for word in text.split(separator: " ") {
            switch word {
            case "mười": group += 10
            case "mươi": (group, digit) = (group + digit * 10, 0)
            case "trăm": (group, digit) = (group + digit * 100, 0)
            case "nghìn": (total, group, digit) = ((group + digit) * 1000, 0, 0)
            case "linh": break
            default: digit = digits[word] ?? -1_000_000
            }
        }
        return total + group + digit
    }

    @Test(
        arguments: [
            (53_000_201_000, "53.000.201.000", "Năm mươi ba tỷ hai trăm linh một nghìn đồng"), (0, "0", "Không đồng"),
            (1_000_000, "1.000.000", "Một triệu đồng"), (999, "999", "Chín trăm chín mươi chín đồng"),
        ] as [(Int64, String, String)]
    )
    func money(_ amount: Int64, _ digits: String, _ words: String) {
        #expect(Dong(amount).formatted(.none) == digits)
        #expect(Dong(amount).officialWords == words)
    }

    @Test(arguments: [
        ("2025-03-05", "ngày 05 tháng 3 năm 2025", "05/3/2025"), ("2025-02-28", "ngày 28 tháng 02 năm 2025", "28/02/2025"),
        ("2026-01-01", "ngày 01 tháng 01 năm 2026", "01/01/2026"), ("2024-12-10", "ngày 10 tháng 12 năm 2024", "10/12/2024"),
    ])
    func dates(_ iso: String, _ words: String, _ digits: String) throws {
        let date = try CivilDate(parsing: iso)
        #expect(date.officialWords == words)
        #expect(date.officialDigits == digits)
    }
}
