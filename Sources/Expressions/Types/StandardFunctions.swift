/// The operators and functions that the language definition lists, as the checker sees them.
enum StandardFunctions {
    typealias Overload = FunctionDeclaration.Overload

    /// Every overload by function name; operators under names such as `_+_`.
    static let overloads: [String: [Overload]] = {
        var table: [String: [Overload]] = [:]
        for (name, shapes) in operators + conversions + texts { add(name, shapes, to: &table) }
        for (name, hasSpan) in timeParts {
            add(name, [Shape([.timestamp], .int, .method), Shape([.timestamp, .string], .int, .method)], to: &table)
            if hasSpan { add(name, [Shape([.duration], .int, .method)], to: &table) }
        }
        return table
    }()

    private enum Style {
        case function
        case method
        /// Both `f(x)` and `x.f()`.
        case both
    }

    private struct Shape {
        let parameters: [ValueType]
        let result: ValueType
        let style: Style

        init(_ parameters: [ValueType], _ result: ValueType, _ style: Style = .function) {
            self.parameters = parameters
            self.result = result
            self.style = style
        }
    }

    private static func add(_ name: String, _ shapes: [Shape], to table: inout [String: [Overload]]) {
        for shape in shapes {
            let id = ([name] + shape.parameters.map(\.description)).joined(separator: "_")
            if shape.style != .method {
                table[name, default: []].append(Overload(id: id, parameters: shape.parameters, result: shape.result))
            }
            if shape.style != .function {
                table[name, default: []].append(
                    Overload(id: "method_" + id, isMethod: true, parameters: shape.parameters, result: shape.result)
                )
            }
        }
    }

    private static let a = ValueType.parameter("A")
    private static let b = ValueType.parameter("B")

    private static func same(_ types: [ValueType]) -> [Shape] { types.map { Shape([$0, $0], $0) } }

    private static let ordered: [Shape] = [ValueType.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration].map {
        Shape([$0, $0], .bool)
    }

    private static let operators: [(String, [Shape])] = [
        ("!_", [Shape([.bool], .bool)]),
        ("-_", [Shape([.int], .int), Shape([.double], .double)]),
        ("_==_", [Shape([a, a], .bool)]), ("_!=_", [Shape([a, a], .bool)]),
        ("_<_", ordered), ("_<=_", ordered), ("_>_", ordered), ("_>=_", ordered),
        ("_in_", [Shape([a, .list(a)], .bool), Shape([a, .map(a, b)], .bool)]),
        (
            "_+_",
            same([.int, .uint, .double, .string, .bytes, .list(a), .duration])
                + [Shape([.timestamp, .duration], .timestamp), Shape([.duration, .timestamp], .timestamp)]
        ),
        (
            "_-_",
            same([.int, .uint, .double, .duration])
                + [Shape([.timestamp, .timestamp], .duration), Shape([.timestamp, .duration], .timestamp)]
        ),
        ("_*_", same([.int, .uint, .double])), ("_/_", same([.int, .uint, .double])), ("_%_", same([.int, .uint])),
        ("_[_]", [Shape([.list(a), .int], a), Shape([.map(a, b), a], b)]),
        ("_?_:_", [Shape([.bool, a, a], a)]),
    ]

    private static func conversion(_ name: String, from sources: [ValueType], to result: ValueType) -> (String, [Shape]) {
        (name, sources.map { Shape([$0], result) })
    }

    private static let conversions: [(String, [Shape])] = [
        conversion("int", from: [.int, .uint, .double, .string, .timestamp], to: .int),
        conversion("uint", from: [.uint, .int, .double, .string], to: .uint),
        conversion("double", from: [.double, .int, .uint, .string], to: .double),
        conversion("string", from: [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], to: .string),
        conversion("bytes", from: [.bytes, .string], to: .bytes),
        conversion("bool", from: [.bool, .string], to: .bool),
        conversion("timestamp", from: [.timestamp, .string, .int], to: .timestamp),
        conversion("duration", from: [.duration, .string], to: .duration),
        conversion("dyn", from: [a], to: .dyn),
        conversion("type", from: [a], to: .type(a)),
    ]

    private static let texts: [(String, [Shape])] = [
        ("size", [ValueType.string, .bytes, .list(a), .map(a, b)].map { Shape([$0], .int, .both) }),
        ("matches", [Shape([.string, .string], .bool, .both)]),
        ("contains", [Shape([.string, .string], .bool, .method)]),
        ("startsWith", [Shape([.string, .string], .bool, .method)]),
        ("endsWith", [Shape([.string, .string], .bool, .method)]),
    ]

    /// The accessors of instants, and whether lengths of time have them too.
    private static let timeParts: [(String, Bool)] = [
        ("getFullYear", false), ("getMonth", false), ("getDate", false), ("getDayOfMonth", false), ("getDayOfWeek", false),
        ("getDayOfYear", false), ("getHours", true), ("getMinutes", true), ("getSeconds", true), ("getMilliseconds", true),
    ]
}
