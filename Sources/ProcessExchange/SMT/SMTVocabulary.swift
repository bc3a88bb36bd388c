import Expressions
import LifecycleModel
import Rules

/// What the formulas of one machine speak of: a constant for each fact, each text and each part that is left open, with what is known about them.
struct SMTVocabulary {
    private let regime: Regime
    private let machine: Machine
    private var declared: [String: [String]] = [:]
    private var order: [String] = []
    private var texts: [String: Int] = [:]
    private var open: [String: String] = [:]

    init(_ regime: Regime, _ machine: Machine) {
        self.regime = regime
        self.machine = machine
    }

    /// The declarations in the order of first use, each with what is known about it.
    var lines: [String] {
        let values = texts.sorted { $0.value < $1.value }.map { "; \($0.value) stands for \"\($0.key)\"" }
        return values + order.flatMap { declared[$0] ?? [] }
    }

    /// How many parts are left open.
    var openCount: Int { open.count }

    /// The number that stands for a text.
    mutating func text(_ value: String) -> String {
        if let known = texts[value] { return "\(known)" }
        texts[value] = texts.count
        return "\(texts.count - 1)"
    }

    /// The constants of a fact: its value, and whether it is known.
    mutating func fact(_ path: String, isBool: Bool) -> (value: String, known: String) {
        let (value, known) = ("|\(path)|", "|\(path)?|")
        guard declared[path] == nil else { return (value, known) }
        var lines = ["(declare-const \(value) \(isBool ? "Bool" : "Int"))", "(declare-const \(known) Bool)"]
        if let fact = regime.fact(path, of: machine) {
            switch fact.type {
            case .choice:
                let values = fact.choices.map { "(= \(value) \(text($0.value)))" }
                lines.append("(assert (=> \(known) \(SMT.any(values))))")
            case .dong: lines.append("(assert (=> \(known) (>= \(value) 0)))")
            default: break
            }
        }
        declare(path, lines)
        return (value, known)
    }

    /// The constants of a clock: whether it started, is open, is kept, is locked, and its dates.
    mutating func clock(_ name: String) -> (
        started: String, open: String, met: String, locked: String, due: String, grace: String, lock: String
    ) {
        func constant(_ field: String) -> String { "|\(name).\(field)|" }
        if declared[name] == nil {
            let flags = ["started", "open", "met", "locked"].map { "(declare-const \(constant($0)) Bool)" }
            let dates = ["due", "grace", "lock"].map { "(declare-const \(constant($0)) Int)" }
            declare(
                name,
                flags + dates + [
                    "(assert (<= \(constant("due")) \(constant("grace"))))", "(assert (<= \(constant("due")) \(constant("lock"))))",
                ]
            )
        }
        return (
            constant("started"), constant("open"), constant("met"), constant("locked"), constant("due"), constant("grace"), constant("lock")
        )
    }

    /// A number that is always known: `today`, the own number of a small machine.
    mutating func certain(_ name: String) -> String {
        declare(name, ["(declare-const |\(name)| Int)"])
        return "|\(name)|"
    }

    /// A truth that is always known: whether an event was fired, whether a document is there.
    mutating func certainFlag(_ name: String) -> String {
        let plain = name.filter { $0 != "|" && $0 != "\\" }
        declare(plain, ["(declare-const |\(plain)| Bool)"])
        return "|\(plain)|"
    }

    /// A condition that is not looked into: free, and the same wherever the same text stands.
    mutating func openCondition(_ syntax: Syntax) -> SMTCondition {
        let name = openName(syntax)
        declare(
            name,
            [
                "; \(name) stands for \(syntax.description.oneLine)", "(declare-const |\(name)| Bool)", "(declare-const |\(name)?| Bool)",
            ]
        )
        return .known("|\(name)|", when: "|\(name)?|")
    }

    /// A number that is not looked into.
    mutating func openTerm(_ syntax: Syntax) -> SMTTerm {
        let name = openName(syntax)
        declare(
            name,
            ["; \(name) stands for \(syntax.description.oneLine)", "(declare-const |\(name)| Int)", "(declare-const |\(name)?| Bool)"]
        )
        return SMTTerm(value: "|\(name)|", known: "|\(name)?|")
    }

    private mutating func openName(_ syntax: Syntax) -> String {
        let text = syntax.description
        if let known = open[text] { return known }
        let name = "open.\(open.count + 1)"
        open[text] = name
        return name
    }

    private mutating func declare(_ name: String, _ lines: [String]) {
        guard declared[name] == nil else { return }
        declared[name] = lines
        order.append(name)
    }
}

extension String {
    /// The text without breaks, as a comment needs it.
    var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
