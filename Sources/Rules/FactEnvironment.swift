public import Expressions
public import LifecycleModel

/// What expressions of a regime may read, with types: the declarations behind every type check.
///
/// Names of rule files carry `-`, which expressions cannot: it is written `_` there (`machines.periodic_report`, `deadlines.NT_1`).
public struct FactEnvironment: Sendable {
    /// Declarations for expressions of the task's own machine, by which those of small machines extend.
    private let shared: [String: ValueType]
    private let regime: Regime

    /// Declares everything a regime's expressions may read.
    public init(_ regime: Regime) {
        self.regime = regime
        var variables: [String: ValueType] = [
            "today": .timestamp,
            "actor": .record("actor", fields: ["id": .string, "roles": .list(.string), "organisation": .string]),
            "documents": .map(.string, .list(.record("document", fields: ["number": .string, "date": .timestamp]))),
            "fired": .map(.string, .record("fired", fields: ["by": .list(.string), "on": .timestamp, "times": .int])),
            "flags": .list(.string),
            "param": .record("param", fields: regime.parameters.mapValues(\.value.type)),
        ]
        for party in BarredParty.allCases {
            let name = party.expressionName
            // Of several people only what bars them can be asked.
            let one: [String: ValueType] = party.role == nil ? ["code": .string, "running_tasks": .int] : [:]
            variables[name] = .record(name, fields: one.merging(["bars": .list(.string)]) { $1 })
        }
        for (group, facts) in regime.facts { variables[group] = .record(group, fields: facts.mapValues(\.type.valueType)) }
        for (id, machine) in regime.machines {
            variables["machines.\(FactEnvironment.expressionName(id))"] = .list(
                .record(id, fields: FactEnvironment.instanceFields(machine))
            )
        }
        for id in regime.task.deadlines.keys { variables["deadlines.\(FactEnvironment.expressionName(id))"] = FactEnvironment.clockType }
        shared = variables
    }

    /// Parties whose bars and load expressions may read.
    public static let parties = BarredParty.allCases.map(\.expressionName)

    /// Groups that are not facts of the task.
    public static let reservedGroups: Set<String> = [
        "today", "actor", "documents", "fired", "flags", "param", "host", "investigator", "key_members", "secretary", "machines",
        "deadlines", "this",
    ]

    /// Declarations for expressions of that machine: with `this` and its own clocks in a small one.
    public func declarations(for machineID: String) -> Declarations {
        var variables = shared
        if machineID != Regime.taskMachine, let machine = regime.machines[machineID] {
            variables["this"] = .record(machineID, fields: FactEnvironment.instanceFields(machine))
            for id in machine.deadlines.keys { variables["deadlines.\(FactEnvironment.expressionName(id))"] = FactEnvironment.clockType }
        }
        return Declarations(variables: variables, functions: [FactEnvironment.dateFunction])
    }

    /// How a name of the rule files is written in an expression.
    public static func expressionName(_ id: String) -> String {
        String(id.map { $0 == "-" ? "_" : $0 })
    }

    /// Whether expressions write a name of the rule files so.
    public static func names(_ id: String, as name: String) -> Bool {
        let (dash, underscore) = (UInt8(ascii: "-"), UInt8(ascii: "_"))
        return id.utf8.count == name.utf8.count && zip(id.utf8, name.utf8).allSatisfy { $0 == $1 || ($0 == dash && $1 == underscore) }
    }

    /// The value of `param`: all parameters of a regime.
    public static func parameterRecord(_ parameters: [String: Parameter]) -> Value {
        .record(parameters.mapValues(\.value.expressionValue))
    }

    /// A civil date as expressions see it: a timestamp at 00:00Z of its day.
    public static func timestamp(_ date: CivilDate) -> Value {
        Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400).map(Value.timestamp) ?? .null
    }

    /// The civil date of a timestamp at any time of its day in UTC; nil outside the years a `CivilDate` covers.
    public static func civilDate(_ timestamp: Timestamp) -> CivilDate? {
        let (days, rest) = timestamp.seconds.quotientAndRemainder(dividingBy: 86_400)
        return CivilDate(daysSinceEpoch: Int(rest < 0 ? days - 1 : days))
    }

    private static func instanceFields(_ machine: Machine) -> [String: ValueType] {
        var fields = machine.facts.mapValues(\.type.valueType)
        fields["number"] = .int
        fields["state"] = .string
        fields["end"] = .string
        fields["closed"] = .bool
        fields["opened_on"] = .timestamp
        return fields
    }

    private static let clockType = ValueType.record(
        "deadline",
        fields: [
            "started": .bool, "open": .bool, "due": .timestamp, "grace": .timestamp, "lock": .timestamp, "met": .bool, "passed": .bool,
            "locked": .bool,
        ]
    )

    /// `date("2025-10-01")`: a civil date written in an expression.
    private static let dateFunction = FunctionDeclaration(
        "date",
        overloads: [
            FunctionDeclaration.Overload(id: "date_string", parameters: [.string], result: .timestamp) {
                arguments throws(EvaluationError) in
                guard case .string(let text)? = arguments.first else { throw EvaluationError(.invalidArgument("date")) }
                guard let date = try? CivilDate(parsing: text) else { throw EvaluationError(.unreadable(text: text, type: "timestamp")) }
                return timestamp(date)
            }
        ]
    )
}

extension Fact.Kind {
    /// The type expressions see.
    public var valueType: ValueType {
        switch self {
        case .bool: .bool
        case .int, .dong: .int
        case .text, .choice, .organisation, .person, .programme: .string
        case .date: .timestamp
        }
    }
}

extension Parameter.Value {
    /// The type expressions see.
    public var type: ValueType {
        switch self {
        case .integer: .int
        case .fraction: .record("fraction", fields: ["numerator": .int, "denominator": .int])
        case .date: .timestamp
        case .flag: .bool
        }
    }

    /// The value expressions see.
    public var expressionValue: Value {
        switch self {
        case .integer(let value): .int(value)
        case .fraction(let numerator, let denominator): .record(["numerator": .int(numerator), "denominator": .int(denominator)])
        case .date(let date): FactEnvironment.timestamp(date)
        case .flag(let value): .bool(value)
        }
    }
}
