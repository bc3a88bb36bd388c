public import LifecycleModel
public import Store

/// A letter as it is when it goes back into the queue, to its person's present address.
public struct ResendLetter {
    /// The letter, not yet saved.
    public let letter: LetterRow

    /// Looks the letter up.
    ///
    /// - Throws: `UseCaseFault` when there is no such letter, when it was sent or is waiting, or when its person has no address.
    public init(_ key: String, at moment: Moment, in reader: any StoreReader) throws {
        var letter = try requireLetter(key, in: reader)
        guard letter.standing == .dead || letter.standing == .skipped else {
            throw UseCaseFault(
                .refused,
                "letter-not-dead",
                Phrase(
                    vi: "Thư «\(key)» đã gửi hoặc đang chờ gửi, không gửi lần nữa",
                    en: "The letter \"\(key)\" was sent or waits to be; it does not go out again"
                )
            )
        }
        try reader.registered(.person, code: letter.person).map { try Person(json: $0).requireUnerased() }
        guard let address = try ComposeLetters.address(of: letter.person, in: reader) else {
            throw UseCaseFault(
                .refused,
                "no-address",
                Phrase(vi: "«\(letter.person)» chưa có địa chỉ thư", en: "\"\(letter.person)\" has no address"),
                hint: Phrase(
                    vi: "Ghi bằng «nhiemvu person update \(letter.person) --email …»",
                    en: "Enter it with \"nhiemvu person update \(letter.person) --email …\""
                )
            )
        }
        letter.address = address
        letter.standing = .waiting
        // One more than none: whoever asks for it wants it sent, however old it is.
        letter.tries = 1
        letter.retryAt = moment
        letter.error = nil
        letter.endedAt = nil
        self.letter = letter
    }
}

/// Finds a letter.
///
/// - Throws: `UseCaseFault` when there is none of that key.
public func requireLetter(_ key: String, in reader: any StoreReader) throws -> LetterRow {
    if let letter = try reader.letter(key) { return letter }
    throw UseCaseFault(
        .usage,
        "unknown-letter",
        Phrase(vi: "Không có thư «\(key)»", en: "There is no letter \"\(key)\""),
        hint: Phrase(vi: "Xem bằng «nhiemvu job letters»", en: "See \"nhiemvu job letters\"")
    )
}
