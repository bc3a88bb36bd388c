public import Expressions

/// Facts as plain JSON, the way a person writes them: whole numbers are `int`, numbers with a fraction or exponent `double`.
extension Value {
    /// Reads a plain value. Objects become maps with string keys.
    ///
    /// - Throws: a whole number that does not fit 64 bits, or a number beyond a double.
    public init(plain json: ExchangeJSON) throws(ExchangeFault) {
        switch json {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .string(let text): self = .string(text)
        case .number(let text):
            if text.utf8.contains(where: { ".eE".utf8.contains($0) }) {
                guard let number = Double(text), number.isFinite else { throw ExchangeFault("\(text.prefix(40)) is beyond a double") }
                self = .double(number)
            } else {
                guard let number = Int64(text) else { throw ExchangeFault("\(text.prefix(40)) does not fit 64 bits") }
                self = .int(number)
            }
        case .array(let elements):
            var values: [Value] = []
            for element in elements { values.append(try Value(plain: element)) }
            self = .list(values)
        case .object(let members):
            var entries: [MapValue.Entry] = []
            for member in members { entries.append(MapValue.Entry(key: .string(member.name), value: try Value(plain: member.value))) }
            guard let map = MapValue(entries: entries) else { throw ExchangeFault("a name stands twice") }
            self = .map(map)
        }
    }

    /// Reads the facts of a plain JSON object, one variable a member.
    ///
    /// - Throws: what is wrong with it.
    public static func facts(plain json: ExchangeJSON) throws(ExchangeFault) -> [String: Value] {
        guard let members = json.members else { throw ExchangeFault("facts are one object, found \(json.kind)") }
        var facts: [String: Value] = [:]
        for member in members { facts[member.name] = try Value(plain: member.value) }
        return facts
    }

    /// Reads facts in the cases' form, `{"x":{"value":{"int64_value":"7"}}}`.
    ///
    /// - Throws: what is wrong with them.
    public static func facts(bindings json: ExchangeJSON) throws(ExchangeFault) -> [String: Value] {
        guard let members = json.members else { throw ExchangeFault("facts are one object, found \(json.kind)") }
        var facts: [String: Value] = [:]
        for member in members {
            guard let value = member.value["value"] else { throw ExchangeFault("the fact \(member.name) needs \"value\"") }
            facts[member.name] = try Value(exchange: value)
        }
        return facts
    }
}
