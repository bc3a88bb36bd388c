import RuleChanges
import Testing

@Suite("Citations")
struct LegalCitationTests {
    /// A basis and what it names.
    static let bases: [(String, [String])] = [
        ("TT 20/2023/TT-BKHCN, Điều 11.8a", ["TT 20/2023/TT-BKHCN Điều 11.8a"]),
        ("TT 25/2026/TT-BCT, Điều 5.3.a (mẫu của một bộ)", ["TT 25/2026/TT-BCT Điều 5.3a"]),
        ("TTLT 27/2015/TTLT-BKHCN-BTC, Điều 13.2đ", ["TTLT 27/2015/TTLT-BKHCN-BTC Điều 13.2đ"]),
        ("Luật 93/2025/QH15", ["Luật 93/2025/QH15"]),
        ("NĐ 08/2014/NĐ-CP, Điều 28; Luật 93/2025/QH15", ["NĐ 08/2014/NĐ-CP Điều 28", "Luật 93/2025/QH15"]),
        (
            "NĐ 267/2025/NĐ-CP, Điều 16 (theo TT 44/2026/TT-BGDĐT, Điều 5.5)",
            ["NĐ 267/2025/NĐ-CP Điều 16", "TT 44/2026/TT-BGDĐT Điều 5.5"]
        ), ("Điểm a khoản 8 Điều 11 Thông tư 20/2023/TT-BKHCN", ["20/2023/TT-BKHCN Điều 11.8a"]),
        ("TT 1/2020, Điều 4", ["TT 1/2020 Điều 4"]),
        (
            "TT 11/2014/TT-BKHCN, Điều 7.1, 15.4; TT 20/2023/TT-BKHCN, Điều 4.2c và 4.4b",
            [
                "TT 11/2014/TT-BKHCN Điều 7.1", "TT 11/2014/TT-BKHCN Điều 15.4", "TT 20/2023/TT-BKHCN Điều 4.2c",
                "TT 20/2023/TT-BKHCN Điều 4.4b",
            ]
        ), ("TT 1/2020, Điều 4 và Điều 5.1", ["TT 1/2020 Điều 4", "TT 1/2020 Điều 5.1"]),
        (
            "Theo đợt năm 2025: thông báo 112/TB-SKHCN ngày 08/07/2025, tháng 10/2025; QĐ 204/2015/QĐ-UBND chưa đọc được",
            ["112/TB-SKHCN", "QĐ 204/2015/QĐ-UBND"]
        ), ("Luật mới, Điều 73.3", ["Luật mới Điều 73.3"]), ("Quy chế của cơ sở", ["Quy chế của cơ sở"]),
        ("Chưa đọc được văn bản; lấy theo TT 14/2014/TT-BKHCN, Điều 19 làm tạm", ["TT 14/2014/TT-BKHCN Điều 19"]),
        ("Chưa có văn bản ấn định; Sở KH&CN tự đặt tạm, chờ xác nhận", []), ("", []),
    ]

    @Test("are read out of a basis", arguments: bases)
    func read(_ basis: String, _ expected: [String]) {
        let found = LegalCitation.all(in: basis).map { [$0.instrument.name, $0.articleText].filter { !$0.isEmpty }.joined(separator: " ") }
        #expect(found == expected)
    }

    /// What is asked, what a rule rests on, whether it is meant.
    static let questions: [(String, String, Bool)] = [
        ("TT 20/2023/TT-BKHCN", "TT 20/2023/TT-BKHCN, Điều 12", true), ("tt 20 / 2023/tt-bkhcn", "TT 20/2023/TT-BKHCN", true),
        ("tt20/2023/tt-bkhcn", "TT 20/2023/TT-BKHCN, Điều 12", true), ("20/2023/TT-BKHCN", "TT 20/2023/TT-BKHCN", true),
        ("Thông tư 20/2023/TT-BKHCN", "TT 20/2023/TT-BKHCN", true), ("TT 20/2023", "TT 20/2023/TT-BKHCN", true),
        ("tt 20/2023", "TT 20/2023/TT-BKHCN", true),
        ("NĐ 20/2023", "TT 20/2023/TT-BKHCN", false), ("TT 2/2023", "TT 20/2023/TT-BKHCN", false),
        ("TT 20/2023/TT-BKHCN, Điều 11", "TT 20/2023/TT-BKHCN, Điều 11.8a", true),
        ("TT 20/2023/TT-BKHCN, Điều 11.8", "TT 20/2023/TT-BKHCN, Điều 11.8a", true),
        ("TT 20/2023/TT-BKHCN, khoản 8 Điều 11", "TT 20/2023/TT-BKHCN, Điều 11.8a", true),
        ("TT 20/2023/TT-BKHCN, điều 11 khoản 8", "TT 20/2023/TT-BKHCN, Điều 11.8a", true),
        ("TT 20/2023/TT-BKHCN, Điều 1", "TT 20/2023/TT-BKHCN, Điều 11.8a", false),
        ("TT 20/2023/TT-BKHCN, Điều 11.8b", "TT 20/2023/TT-BKHCN, Điều 11.8a", false),
        ("TT 20/2023/TT-BKHCN, Điều 11.8a", "TT 20/2023/TT-BKHCN, Điều 11", false),
        ("luật mới", "Luật mới, Điều 73.3", true), ("Luật mới, Điều 73", "Luật mới, Điều 73.3", true),
        ("Luật cũ", "Luật mới, Điều 73.3", false),
    ]

    @Test("are found by number and article, without case and blanks", arguments: questions)
    func find(_ asked: String, _ basis: String, _ isMeant: Bool) {
        let places = LegalCitation.all(in: asked)
        let found = LegalCitation.all(in: basis).contains { cited in places.contains { $0.contains(cited) } }
        #expect(found == isMeant)
    }
}
