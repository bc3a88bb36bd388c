import LifecycleModel
import Rules

extension Parameter {
    /// Reads `{label, value, unit, basis, standing}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("label", "value", "unit", "basis", "standing")
        let unit = fields.required("unit")?.word(Unit.self)
        let value = fields.required("value").flatMap { value in unit.flatMap { Value(value, unit: $0) } }
        self.init(
            value: value ?? unit?.placeholder ?? .integer(0),
            unit: unit ?? .points,
            label: fields.label,
            basis: fields.optionalText("basis"),
            standing: fields.required("standing")?.word() ?? .assumed
        )
    }
}

extension Parameter.Value {
    /// Reads a value as its unit wants it.
    init?(_ cursor: Cursor, unit: Parameter.Unit) {
        switch unit {
        case .fraction:
            guard let text = cursor.text() else { return nil }
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int64($0) }
            guard parts.count == 2, let numerator = parts[0], let denominator = parts[1], numerator >= 0, denominator > 0 else {
                cursor.wrongType(Phrase(vi: "một phân số như 2/3", en: "a fraction such as 2/3"))
                return nil
            }
            self = .fraction(numerator, denominator)
        case .date:
            guard let date = cursor.date() else { return nil }
            self = .date(date)
        case .flag:
            guard let flag = cursor.flag() else { return nil }
            self = .flag(flag)
        case .points, .percent, .people, .times, .dong, .years, .months, .calendarDays, .workingDays:
            guard let value = cursor.integer() else { return nil }
            guard value >= 0 else {
                cursor.wrongType(Phrase(vi: "một số không âm", en: "a number that is not negative"))
                return nil
            }
            self = .integer(value)
        }
    }
}

extension Parameter.Unit {
    /// What stands for a value that could not be read, so that expressions still find its type.
    fileprivate var placeholder: Parameter.Value {
        switch self {
        case .fraction: .fraction(1, 1)
        case .date: .date(.earliest)
        case .flag: .flag(false)
        default: .integer(0)
        }
    }
}
