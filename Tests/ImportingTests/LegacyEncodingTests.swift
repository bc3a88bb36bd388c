import Foundation
import Testing

@testable import Importing

@Suite("LegacyEncoding")
struct LegacyEncodingTests {
    @Test(
        "TCVN3 is known by single words",
        arguments: [
            "NguyÔn", "§Ò tµi nghiªn cøu", "V¨n", "b¶o tån", "khoa häc vµ c«ng nghÖ", "Thanh Hãa (ViÖt Nam)", "lóa ®Æc s¶n", "b»ng", "®Þnh",
        ]
    )
    func tcvn3(text: String) {
        #expect(LegacyEncoding.detect(in: text) == .tcvn3)
    }

    @Test(
        "VNI is known by single words",
        arguments: ["Nguyeãn", "Ñeà taøi", "nghieân cöùu", "khoa hoïc", "Tröôøng Ñaïi hoïc", "ÑEÀ TAØI", "luùa ñaëc saûn", "kyõ thuaät"]
    )
    func vni(text: String) {
        #expect(LegacyEncoding.detect(in: text) == .vni)
    }

    @Test(
        "UTF-8 converted twice is known",
        arguments: ["Nghi\u{C3}\u{AA}n c\u{E1}\u{BB}\u{A9}u", "Äá»\u{81} tÃ i", "Ä‘á»‹nh", "giáº£i phÃ¡p", "TrÆ°á»\u{9D}ng"]
    )
    func double(text: String) {
        #expect(LegacyEncoding.detect(in: text) == .doubleUTF8)
    }

    @Test(
        "letters lost to question marks are known",
        arguments: [
            "Nghi?n c?u", "?? t?i", "?ánh giá", "Nghiên c?u", "S? Khoa h?c", "NGHI?N C?U", "k? thu?t", "b?o t?n", "Nghi?n c?u thử nghiệm",
            "thử nghi?m",
        ]
    )
    func questionMarks(text: String) {
        #expect(LegacyEncoding.detect(in: text) == .questionMarks)
    }

    @Test(
        "real text is left alone",
        arguments: [
            "Nghiên cứu giống lúa đặc sản", "Có hay không?", "Có không?Nếu có thì sao", "Vì sao? Bao giờ?", "toàn hoà thuý hoá", "Hà Nam",
            "còn",
            "5 µm to 10 µm", "N·m", "kW·h", "50 µg/l", "«đề tài»", "«ông»", "«Tôm»", "© 2020 ISO®", "½ và ¼", "§ 2", "25 °C ± 2", "3×4 m²",
            "1ª",
            "Müller", "Café", "façade", "naïve", "Citroën", "Señor Nuñez", "Île-de-France", "Bjørn", "Köln", "Großmann", "São Paulo",
            "Noël",
            "http://a.vn/x?y=1", "https://a.vn/?q", "Is it? Yes", "what?!", "???", "?", "(?)", "A?", "TP.HCM", "el Niño", "Ñandú", "Łódź",
            "日本語", "Привет", "x² + y² = z²", "Hồ Xuân Hương – “Bánh trôi”", "TÀI LIỆU", "ÁO DÀI", "Là", "É", "è", "Ê", "Dự án SXTN", "",
        ]
    )
    func real(text: String) {
        #expect(LegacyEncoding.detect(in: text) == nil)
    }

    @Test("Vietnamese syllables are told from others")
    func syllables() {
        for word in [
            "nghiêng", "Nguyễn", "giếng", "gì", "quốc", "quỳnh", "khuya", "oan", "yêu", "ướt", "ĐỀ", "thuở", "xoong", "huýt", "quên", "gìn",
        ] {
            #expect(VietnameseSyllable.isPossible(word), "\(word)")
        }
        for word in ["", "nguyôn", "bjứrn", "taø", "tãt", "hac", "w", "zoo", "đđ", "nghiên2", "àm\u{300}", "str", "bàng\u{B5}", "muỹller"] {
            #expect(!VietnameseSyllable.isPossible(word), "\(word)")
        }
    }

    @Test("no line of the source documents is taken for damaged")
    func seeds() throws {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/seeds")
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path), !names.isEmpty else {
            print("SKIPPED: the source documents are not at \(folder.path); legacy encodings were not tried on them")
            return
        }
        var lines = 0
        for name in names.sorted() {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            for line in text.split(whereSeparator: \.isNewline) {
                lines += 1
                #expect(LegacyEncoding.detect(in: String(line)) == nil, "\(name): \(line)")
                for word in line.split(separator: " ") {
                    #expect(LegacyEncoding.detect(in: String(word)) == nil, "\(name): \(word) in \(line)")
                }
            }
        }
        #expect(lines > 1000)
    }
}
