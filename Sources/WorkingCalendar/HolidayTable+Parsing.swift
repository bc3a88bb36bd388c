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
    private var separator: Character?

    mutating func read(_ text: String) {
        let body = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        for (index, line) in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.allSatisfy(\.isWhitespace), line.first != "#" else { continue }
            readLine(line, number: index + 1)
        }
        if separator == nil && faults.isEmpty { faults = [HolidayFault(line: 1, kind: .header)] }
    }

    private mutating func readLine(_ line: Substring, number: Int) {
        guard let separator else {
            let guess: Character = line.contains(";") ? ";" : ","
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

    /// The fields of a line after RFC 4180, outer blanks removed; nil when a quote stays open.
    private static func fields(_ line: Substring, separator: Character) -> [String]? {
        var fields = [""]
        var quoted = false
        var rest = line[...]
        while let character = rest.popFirst() {
            switch character {
            case "\"" where quoted && rest.first == "\"":
                fields[fields.count - 1].append("\"")
                rest.removeFirst()
            case "\"": quoted.toggle()
            case separator where !quoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return quoted ? nil : fields.map(trimmed)
    }

    private static func trimmed(_ text: String) -> String {
        let head = text.drop(while: \.isWhitespace)
        return head.lastIndex { !$0.isWhitespace }.map { String(head[...$0]) } ?? ""
    }
}
