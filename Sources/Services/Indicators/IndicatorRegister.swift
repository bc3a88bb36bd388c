public import CanonicalJSON
public import Indicators
public import LifecycleModel
public import Store

/// The values reported for the indicators of a book. A later value of the same year takes the place of the one before; the log keeps both.
public struct IndicatorRegister: Sendable {
    /// A value with who reported it.
    public struct Entered: Sendable, Hashable {
        /// The value.
        public let value: IndicatorValue
        /// The day it is of.
        public let on: CivilDate
        /// Who entered it.
        public let actor: String
        /// How many values of the year it takes the place of.
        public let corrections: Int
    }

    /// A value as it was entered.
    public struct Entry: Sendable, Hashable {
        /// The value.
        public let value: IndicatorValue
        /// The event.
        public let event: EventRecord
        /// Whether a later one takes its place.
        public let isReplaced: Bool
    }

    /// The values in force, by number and year.
    public let values: [Int: [Int: Entered]]

    /// Reads the values of a book.
    public init(book: String, in reader: any StoreReader) throws {
        var values: [Int: [Int: Entered]] = [:]
        for (code, json) in try reader.allRegistered(.indicator) {
            guard let number = Self.number(code, in: book) else { continue }
            values[number] = try Self.years(json)
        }
        self.values = values
    }

    /// Everything ever entered for an indicator, in the order of the log.
    public static func history(_ book: String, _ number: Int, in reader: any StoreReader) throws -> [Entry] {
        let events = try reader.events(of: subject(book, number))
        let values = try events.map { try IndicatorValue(json: $0.payload) }
        return zip(events, values).enumerated().map { index, entry in
            Entry(value: entry.1, event: entry.0, isReplaced: values[(index + 1)...].contains { $0.year == entry.1.year })
        }
    }

    static func subject(_ book: String, _ number: Int) -> EventRecord.Subject { EventRecord.Subject(.indicator, "\(book):\(number)") }

    private static func number(_ code: String, in book: String) -> Int? {
        code.hasPrefix(book + ":") ? Int(code.dropFirst(book.utf8.count + 1)) : nil
    }

    /// Folds what was recorded of an indicator into what its register entry says.
    static func json(of events: [EventRecord]) throws -> JSONValue {
        var years: [Int: Entered] = [:]
        for event in events {
            let value = try IndicatorValue(json: event.payload)
            let before = years[value.year].map { $0.corrections + 1 } ?? 0
            years[value.year] = Entered(value: value, on: event.happenedOn, actor: event.actor, corrections: before)
        }
        return .array(years.sorted { $0.key < $1.key }.map { $0.value.json })
    }

    private static func years(_ json: JSONValue) throws -> [Int: Entered] {
        var years: [Int: Entered] = [:]
        for item in json.array ?? [] {
            let value = try IndicatorValue(json: item)
            years[value.year] = Entered(
                value: value,
                on: try item.value(at: "on"),
                actor: try item.string(at: "actor"),
                corrections: Int(try item.int(at: "corrections"))
            )
        }
        return years
    }
}

extension IndicatorRegister.Entered {
    /// The value with the day, the person, and how many it replaces.
    public var json: JSONValue {
        var object = value.json.object ?? JSONObject()
        object["on"] = on.json
        object["actor"] = .string(actor)
        object["corrections"] = JSONValue(corrections)
        return .object(object)
    }
}
