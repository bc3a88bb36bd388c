import LifecycleModel

extension HolidayTable {
    /// Reads a CSV text with the columns `date,kind,name_vi,name_en`, or gives all its faults.
    ///
    /// Dates are `YYYY-MM-DD` or, as spreadsheets save them, `dd/MM/yyyy`; `;` may part the fields; a byte order mark, blank lines
    /// and lines that begin with `#` are passed over. The English name may be empty.
    public init(csv text: String) throws(HolidayFaults) {
        var reader = HolidayReader()
        reader.read(text)
        guard reader.faults.isEmpty else { throw HolidayFaults(faults: reader.faults) }
        self.init(reader.days)
    }
}

/// Gathers the rows and the faults of a holiday file.
private struct HolidayReader {
    private(set) var days: [Holiday] = []
    private(set) var faults: [HolidayFault] = []
    private var lines: [CivilDate: Int] = [:]
    private var separator: UInt8?

    mutating func read(_ text: String) {
        let bytes = Array(text.utf8)
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        for (index, line) in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first(where: { !Self.isBlank($0) }), first != UInt8(ascii: "#") else { continue }
            readLine(line, number: index + 1)
        }
        if separator == nil && faults.isEmpty { faults = [HolidayFault(line: 1, kind: .header)] }
    }

    private mutating func readLine(_ line: ArraySlice<UInt8>, number: Int) {
        guard let separator else {
            let guess = line.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
            separator = guess
            if Self.fields(line, separator: guess) != ["date", "kind", "name_vi", "name_en"] {
                faults.append(HolidayFault(line: number, kind: .header))
            }
            return
        }
        guard let fields = Self.fields(line, separator: separator) else {
            faults.append(HolidayFault(line: number, kind: .openQuote))
            return
        }
        guard fields.count == 4 else {
            faults.append(HolidayFault(line: number, kind: .fieldCount(fields.count)))
            return
        }
        readRow(fields, number: number)
    }

    private mutating func readRow(_ fields: [String], number: Int) {
        let date = date(fields[0], line: number)
        let kind = Holiday.Kind(rawValue: fields[1])
        if kind == nil { faults.append(HolidayFault(line: number, kind: .kind(fields[1]))) }
        if fields[2].isEmpty { faults.append(HolidayFault(line: number, kind: .noName)) }
        guard let date else { return }
        if let first = lines[date] {
            faults.append(HolidayFault(line: number, kind: .duplicate(date, firstLine: first)))
        }
        lines[date] = lines[date] ?? number
        guard let kind else { return }
        if kind == .work && !date.weekday.isWeekend { faults.append(HolidayFault(line: number, kind: .makeUpOnWeekday(date))) }
        days.append(Holiday(date: date, kind: kind, name: Phrase(vi: VietnameseText.composed(fields[2]), en: fields[3])))
    }

    private mutating func date(_ text: String, line: Int) -> CivilDate? {
        do throws(CivilDateFault) {
            return text.contains("/") ? try CivilDate(parsingVietnamese: text) : try CivilDate(parsing: text)
        } catch {
            faults.append(HolidayFault(line: line, kind: .date(error)))
            return nil
        }
    }

    /// The fields of a line after RFC 4180, outer blanks removed; nil when a quote stays open. All signs are ASCII, so bytes will do.
    private static func fields(_ line: ArraySlice<UInt8>, separator: UInt8) -> [String]? {
        let quote = UInt8(ascii: "\"")
        var fields: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var rest = line
        while let byte = rest.popFirst() {
            switch byte {
            case quote where quoted && rest.first == quote:
                field.append(quote)
                rest.removeFirst()
            case quote: quoted.toggle()
            case separator where !quoted:
                fields.append(trimmed(field))
                field.removeAll(keepingCapacity: true)
            default: field.append(byte)
            }
        }
        return quoted ? nil : fields + [trimmed(field)]
    }

    private static func trimmed(_ field: [UInt8]) -> String {
        guard let first = field.firstIndex(where: { !isBlank($0) }), let last = field.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(decoding: field[first...last], as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
