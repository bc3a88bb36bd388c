/// Why a text is no instant.
public enum MomentFault: ExplainedError, Sendable, Hashable {
    /// The date part is no date.
    case date(CivilDateFault)
    /// The text is not ISO 8601, or its clock or offset does not exist.
    case malformed(text: String)

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .date(let fault): fault.phrase
        case .malformed(let text):
            Phrase(
                vi: "‘\(text)’ không phải là thời điểm viết theo dạng YYYY-MM-DDTHH:MM",
                en: "‘\(text)’ is not an instant written as YYYY-MM-DDTHH:MM"
            )
        }
    }
}

extension Moment {
    /// Reads ISO 8601: `YYYY-MM-DD[THH:MM[:SS[.f…]][Z|±HH:MM]]`. Without an offset the clock is Vietnam's; without a clock it is
    /// midnight; of a fraction the first three digits count.
    public init(parsing text: String) throws(MomentFault) {
        let fields = text.utf8.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
        let date: CivilDate
        do throws(CivilDateFault) {
            date = try CivilDate(parsing: String(decoding: fields[0], as: UTF8.self))
        } catch {
            throw .date(error)
        }
        guard fields.count == 2 else {
            self.init(startOf: date)
            return
        }
        guard let clock = Self.clock(fields[1]) else { throw .malformed(text: text) }
        self.init(milliseconds: Moment(startOf: date).milliseconds + clock)
    }

    /// Milliseconds after midnight in Vietnam, on the day the date part names, of `HH:MM[:SS[.f…]][Z|±HH:MM]`.
    private static func clock(_ text: Substring.UTF8View) -> Int64? {
        var rest = text
        guard let minutes = hoursAndMinutes(&rest) else { return nil }
        var total = Int64(minutes) * 60_000
        if rest.first == UInt8(ascii: ":") {
            rest.removeFirst()
            guard let seconds = twoDigits(&rest), seconds < 60 else { return nil }
            total += Int64(seconds) * 1000
            if rest.first == UInt8(ascii: ".") {
                let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                guard !digits.isEmpty, let thousandths = CivilDate.number(Array((Array(digits) + [48, 48]).prefix(3))) else { return nil }
                total += Int64(thousandths)
                rest = rest.dropFirst(1 + digits.count)
            }
        }
        guard let offset = offsetMinutes(rest) else { return nil }
        return total + Int64(7 * 60 - offset) * 60_000
    }

    private static func offsetMinutes(_ text: Substring.UTF8View) -> Int? {
        var rest = text
        switch rest.popFirst() {
        case nil: return 7 * 60
        case UInt8(ascii: "Z"): return rest.isEmpty ? 0 : nil
        case UInt8(ascii: "+"): return hoursAndMinutes(&rest).flatMap { rest.isEmpty ? $0 : nil }
        case UInt8(ascii: "-"): return hoursAndMinutes(&rest).flatMap { rest.isEmpty ? -$0 : nil }
        default: return nil
        }
    }

    private static func hoursAndMinutes(_ rest: inout Substring.UTF8View) -> Int? {
        guard let hours = twoDigits(&rest), hours < 24, rest.popFirst() == UInt8(ascii: ":"),
            let minutes = twoDigits(&rest), minutes < 60
        else { return nil }
        return hours * 60 + minutes
    }

    private static func twoDigits(_ rest: inout Substring.UTF8View) -> Int? {
        let digits = rest.prefix(2)
        guard digits.count == 2, let number = CivilDate.number(digits) else { return nil }
        rest = rest.dropFirst(2)
        return number
    }
}
