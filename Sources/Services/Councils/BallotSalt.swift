/// Something nobody can guess, kept with a ballot in the log: without it, whoever knows the voter and the form could try all marks until one gives
/// the hash of the sealed event.
enum BallotSalt {
    /// 128 bits from the system's source of randomness, in hexadecimal digits.
    static func fresh() -> String {
        var source = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let part = String(source.next() as UInt32, radix: 16)
            return String(repeating: "0", count: 8 - part.count) + part
        }.joined()
    }
}
