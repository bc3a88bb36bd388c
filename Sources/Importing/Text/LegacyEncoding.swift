import LifecycleModel

/// The ways of writing Vietnamese before Unicode, and what is left of text that was converted wrongly.
enum LegacyEncoding: Sendable, Hashable, CaseIterable {
    /// TCVN 5712:1993, the fonts .VnTime and .VnArial.
    case tcvn3
    /// VNI Windows, the fonts VNI-Times.
    case vni
    /// Windows code page 1258.
    case windows1258
    /// UTF-8 read as Windows-1252 and written as UTF-8 once more.
    case doubleUTF8
    /// Letters that a program could not write, replaced by question marks.
    case questionMarks

    /// What is wrong with the text of a cell, where anything is; nil for real Vietnamese, English and other text.
    ///
    /// Text with any Vietnamese letter beyond Latin-1 (ă, đ, ơ, ư, ạ …) is Unicode: none of these encodings would have left it. Letters
    /// lost to question marks may stand beside such letters.
    static func detect(in text: String) -> LegacyEncoding? {
        if let encoding = detectWritten(in: text) { return encoding }
        return text.split(whereSeparator: \.isWhitespace).contains { hasLostLetters($0) } ? .questionMarks : nil
    }

    /// The encoding the text is written in, where it is not Unicode.
    private static func detectWritten(in text: String) -> LegacyEncoding? {
        guard !text.unicodeScalars.contains(where: isVietnameseBeyondLatin1) else { return nil }
        if looksDoublyEncoded(text) { return .doubleUTF8 }
        let words = text.split {
            $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" || $0 == "/" || $0 == "-" || $0 == "\""
        }
        for encoding in [LegacyEncoding.tcvn3, .vni] where words.contains(where: encoding.hasWritten) { return encoding }
        return nil
    }

    /// Which encoding bytes are in that are not UTF-8; nil when none of the known ones gives Vietnamese.
    static func detect(in bytes: some Sequence<UInt8>) -> LegacyEncoding? {
        let bytes = Array(bytes)
        let latin = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        if let encoding = detect(in: latin), encoding == .tcvn3 || encoding == .vni { return encoding }
        let words = Windows1258.decoded(bytes).split { !$0.isLetter }
        let marked = words.filter { $0.unicodeScalars.contains(where: isVietnameseBeyondLatin1) }
        let possible = marked.filter { VietnameseSyllable.isPossible($0) }
        return !marked.isEmpty && possible.count * 2 > marked.count ? .windows1258 : nil
    }

    /// Whether the word is no Vietnamese as it stands but is when read in this encoding. A sign such as µ counts only behind a
    /// letter, where no unit or mark stands.
    private func hasWritten(_ word: Substring) -> Bool {
        guard word.utf8.contains(where: { $0 >= 0x80 }) else { return false }
        let trimmed = word.drop { "«“'‘.:!?§".contains($0) && !isFirstLetter($0) }
        let core = trimmed.prefix { !"»”'’.:!?…".contains($0) || isInnerLetter($0, of: trimmed) }
        guard core.unicodeScalars.contains(where: { $0.value >= 0xC0 }) || hasInnerSign(core), !VietnameseSyllable.isPossible(core),
            let decoded = self == .tcvn3 ? TCVN3.decoded(core) : VNI.decoded(core)
        else { return false }
        return VietnameseSyllable.isPossible(decoded)
    }

    /// In TCVN3 `§` is Đ: only before a letter that would follow one.
    private func isFirstLetter(_ character: Character) -> Bool {
        self == .tcvn3 && character == "§"
    }

    /// In TCVN3 `»` is ằ when letters follow it.
    private func isInnerLetter(_ character: Character, of word: Substring) -> Bool {
        guard self == .tcvn3, character == "»", let place = word.firstIndex(of: character) else { return false }
        return word[word.index(after: place)...].first?.isLetter == true
    }

    private func hasInnerSign(_ word: Substring) -> Bool {
        zip(word.unicodeScalars, word.unicodeScalars.dropFirst()).contains { previous, scalar in
            // A point stands between the capitals of units too: N·m.
            (0xA0..<0xC0).contains(scalar.value)
                && (("a"..."z").contains(previous) || ("A"..."Z").contains(previous) && scalar != "·")
        }
    }

    private static func isVietnameseBeyondLatin1(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EA0...0x1EF9: true
        case 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323: true
        default: false
        }
    }

    /// Vietnamese letters are two or three bytes in UTF-8; read as Windows-1252 they begin with one of these pairs.
    private static func looksDoublyEncoded(_ text: String) -> Bool {
        var before: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            let isContinuation = (0x80...0xBF).contains(scalar.value) || continuationSigns.contains(scalar)
            if isContinuation, let last = before.last {
                if before.count > 1, before[before.count - 2] == "á", last == "»" || last == "º" { return true }
                if "ÄÆ".unicodeScalars.contains(last), "\u{91}\u{90}\u{82}\u{83}\u{A1}\u{A0}\u{B0}\u{AF}‘‚ƒ".unicodeScalars.contains(scalar)
                {
                    return true
                }
                if last == "Ã", scalar.value < 0xC0, scalar != "»" { return true }
            }
            before = before.suffix(1) + [scalar]
        }
        return false
    }

    /// What Windows-1252 has for the bytes 80–9F.
    private static let continuationSigns = Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars)

    /// A question mark inside a word, or before one. Addresses and formulas have them too and are left alone.
    private static func hasLostLetters(_ word: Substring) -> Bool {
        guard word.contains("?"), !word.contains("="), !word.contains("&"), !word.contains("."), !word.contains(":") else { return false }
        var previous: Character?
        var isAfterMark = false
        for character in word {
            if character == "?" {
                isAfterMark = true
            } else if isAfterMark {
                let continues = character.isLetter && (character.isLowercase || previous?.isUppercase ?? false)
                if continues, previous.map(\.isLetter) ?? true { return true }
                isAfterMark = false
            }
            if character != "?" { previous = character }
        }
        return false
    }
}

extension LegacyEncoding {
    /// What it is called.
    var name: Phrase {
        switch self {
        case .tcvn3: Phrase(vi: "TCVN3 (phông .VnTime)", en: "TCVN3 (.VnTime fonts)")
        case .vni: Phrase(vi: "VNI (phông VNI-Times)", en: "VNI (VNI-Times fonts)")
        case .windows1258: Phrase(vi: "Windows-1258", en: "Windows-1258")
        case .doubleUTF8: Phrase(vi: "UTF-8 bị chuyển mã hai lần", en: "UTF-8 converted twice")
        case .questionMarks: Phrase(vi: "chữ có dấu đã mất thành dấu hỏi", en: "letters lost to question marks")
        }
    }

    /// How to mend the file.
    var hint: Phrase {
        switch self {
        case .tcvn3, .vni, .windows1258:
            Phrase(
                vi:
                    "chuyển cả tệp sang Unicode dựng sẵn (UniKey Toolkit: Ctrl+Shift+F6, nguồn \(name.vi), đích Unicode), lưu dạng CSV UTF-8",
                en: "convert the whole file from \(name.en) to Unicode (UniKey Toolkit) and save it as CSV UTF-8"
            )
        case .doubleUTF8:
            Phrase(
                vi: "xuất lại từ nguồn, chọn CSV UTF-8 và mở bằng UTF-8",
                en: "export it again from its source as CSV UTF-8 and open it as UTF-8"
            )
        case .questionMarks:
            Phrase(
                vi: "chữ đã mất không khôi phục được: xuất lại từ nguồn, chọn CSV UTF-8",
                en: "what is lost cannot be restored: export it again from its source as CSV UTF-8"
            )
        }
    }
}
