public import CanonicalJSON

extension CivilDate {
    /// Reads strictly `YYYY-MM-DD` (ISO 8601).
    public init(parsing text: String) throws(CivilDateFault) {
        let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].count == 4, fields[1].count == 2, fields[2].count == 2,
            let year = Self.number(fields[0]), let month = Self.number(fields[1]), let day = Self.number(fields[2])
        else { throw .malformed(text: text, form: "YYYY-MM-DD") }
        try self.init(checkedYear: year, month: month, day: day)
    }

    /// Reads `dd/MM/yyyy`; the leading zero of day and month may be left out, as people do.
    public init(parsingVietnamese text: String) throws(CivilDateFault) {
        let fields = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard fields.count == 3, (1...2).contains(fields[0].count), (1...2).contains(fields[1].count), fields[2].count == 4,
            let day = Self.number(fields[0]), let month = Self.number(fields[1]), let year = Self.number(fields[2])
        else { throw .malformed(text: text, form: "dd/MM/yyyy") }
        try self.init(checkedYear: year, month: month, day: day)
    }

    /// The date as `dd/MM/yyyy`.
    public var vietnamese: String {
        let (year, month, day) = parts
        return "\(Self.twoDigits(day))/\(Self.twoDigits(month))/\(year)"
    }

    static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// A number of ASCII digits alone; nil for anything else.
    static func number(_ digits: some Collection<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            guard case let digit = byte &- UInt8(ascii: "0"), digit <= 9, value < 1_000_000 else { return nil }
            value = value * 10 + Int(digit)
        }
        return digits.isEmpty ? nil : value
    }
}

extension CivilDate: CustomStringConvertible {
    /// The date as `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = parts
        // Every year in range has four digits. Written byte by byte: it is asked for a dozen times when something happens to a task.
        return String(unsafeUninitializedCapacity: 10) { text in
            func write(_ number: Int, at place: Int) {
                text[place] = UInt8(ascii: "0") + UInt8(number / 10)
                text[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
            }
            write(year / 100, at: 0)
            write(year % 100, at: 2)
            write(month, at: 5)
            write(day, at: 8)
            text[4] = UInt8(ascii: "-")
            text[7] = UInt8(ascii: "-")
            return 10
        }
    }
}

extension CivilDate: Codable {
    /// Reads the ISO text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(CivilDateFault) {
            try self.init(parsing: text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.phrase.en)
        }
    }

    /// Writes the ISO text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CivilDate: JSONRepresentable {
    /// Reads the ISO text.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let text = json.string else { throw JSONShapeFault(path: "", expected: "a date", found: json.typeName) }
        do throws(CivilDateFault) {
            try self.init(parsing: text)
        } catch {
            throw JSONShapeFault(path: "", expected: "a date (\(error.phrase.en))", found: "‘\(text)’")
        }
    }

    /// The ISO text.
    public var json: JSONValue { .string(description) }
}
