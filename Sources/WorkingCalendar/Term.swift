public import CanonicalJSON
public import LifecycleModel

/// A length of time as a rule names it: 30 calendar days, 5 working days, 6 months.
public struct Term: Sendable, Hashable {
    /// What is counted.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Every day (ngày).
        case calendarDays = "calendar days"
        /// Days on which offices work (ngày làm việc).
        case workingDays = "working days"
        /// Months, to the same day of the month or its last (tháng).
        case months
        /// Years (năm).
        case years
    }

    /// How many units, from 0.
    public let amount: Int
    /// What is counted.
    public let unit: Unit

    /// The longest term: a hundred years, so that a typing error does not pass for a deadline.
    public static func maximum(_ unit: Unit) -> Int {
        switch unit {
        case .calendarDays, .workingDays: 36_525
        case .months: 1200
        case .years: 100
        }
    }

    /// No time at all: due on the day it starts.
    public static let zero = Term(unchecked: 0, .calendarDays)

    /// A term; amounts below 0 or beyond a hundred years are refused.
    public init(_ amount: Int, _ unit: Unit) throws(TermFault) {
        guard (0...Self.maximum(unit)).contains(amount) else { throw .outOfRange(amount: amount, limit: Self.maximum(unit)) }
        self.init(unchecked: amount, unit)
    }

    private init(unchecked amount: Int, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// The term in words.
    public var phrase: Phrase {
        let vietnamese =
            switch unit {
            case .calendarDays: "ngày"
            case .workingDays: "ngày làm việc"
            case .months: "tháng"
            case .years: "năm"
            }
        return Phrase(vi: "\(amount) \(vietnamese)", en: description)
    }
}

extension Term: CustomStringConvertible {
    /// The term as rule files write it: `30 calendar days`, `1 month`.
    public var description: String {
        "\(amount) \(amount == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    }
}

extension Term: JSONRepresentable {
    /// Reads the text form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let text = json.string else { throw JSONShapeFault(path: "", expected: "a term", found: json.typeName) }
        do throws(TermFault) {
            try self.init(parsing: text)
        } catch {
            throw JSONShapeFault(path: "", expected: "a term (\(error.phrase.en))", found: "‘\(text)’")
        }
    }

    /// The text form.
    public var json: JSONValue { .string(description) }
}
