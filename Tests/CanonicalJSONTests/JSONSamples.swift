import TestSupport
import CanonicalJSON

enum JSONSamples {
    static let event: JSONValue = [
        "actor": "nguyen-van-a", "date": "2025-08-22", "definition": "law-2013@1.0.0", "event": "award",
        "facts": ["mean_score_x100": 8150, "quorum": true, "note": "Đạt yêu cầu \"loại khá\"\n", "missing": .null],
        "from": "appraisal/completed", "seats": [1, 2, 3], "to": "contract/drafting",
    ]

    /// A random value of bounded size, with awkward characters and numbers.
    static func random(depth: Int, using random: inout SeededRandom) -> JSONValue {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .int(Int64.random(in: .min ... .max, using: &random))
        case 3: return .int(Int64.random(in: -9...9, using: &random))
        case 4: return .string(text(using: &random))
        case 5:
            let count = Int.random(in: 0...4, using: &random)
            return .array((0..<count).map { _ in self.random(depth: depth - 1, using: &random) })
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                object[text(using: &random)] = self.random(depth: depth - 1, using: &random)
            }
            return .object(object)
        }
    }

    private static let scalars: [Unicode.Scalar] = [
        "a", "B", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{80}", "ệ", "e", "\u{302}", "\u{323}", "đ", "€",
        "\u{2028}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FFFF}", "😀", "\u{10FFFF}",
    ]

    private static func text(using random: inout SeededRandom) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...20, using: &random) {
            text.unicodeScalars.append(scalars[Int.random(in: scalars.indices, using: &random)])
        }
        return text
    }
}
