import LifecycleModel
import Rules

extension Parameter {
    /// Reads `{label, value, unit, basis, standing}`. An unreadable value is a fault, which refuses the file; the parameter keeps its type so that
    /// expressions naming it are not a second fault.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("label", "value", "unit", "basis", "standing")
        let unit = fields.required("unit")?.word(Unit.self)
        let value = fields.required("value").flatMap { value in unit.flatMap { Value(value, unit: $0) } }
        self.init(
            value: value ?? unit?.zero ?? .integer(0),
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
    /// The least value of the unit.
    fileprivate var zero: Parameter.Value {
        switch self {
        case .fraction: .fraction(0, 1)
        case .date: .date(.earliest)
        case .flag: .flag(false)
        default: .integer(0)
        }
    }
}
