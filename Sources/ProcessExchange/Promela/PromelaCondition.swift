/// Whether a condition can hold and whether it can fail, as Promela expressions over the facts that are followed. What is not followed can do both.
struct PromelaCondition: Equatable {
    var canHold: String
    var canFail: String

    static let open = PromelaCondition(canHold: "true", canFail: "true")
    static let always = PromelaCondition(canHold: "true", canFail: "false")
    static let never = PromelaCondition(canHold: "false", canFail: "true")

    var negated: PromelaCondition { PromelaCondition(canHold: canFail, canFail: canHold) }

    static func all(_ parts: [PromelaCondition]) -> PromelaCondition {
        PromelaCondition(canHold: both(parts.map(\.canHold)), canFail: either(parts.map(\.canFail)))
    }

    static func any(_ parts: [PromelaCondition]) -> PromelaCondition {
        PromelaCondition(canHold: either(parts.map(\.canHold)), canFail: both(parts.map(\.canFail)))
    }

    static func both(_ formulas: [String]) -> String { join(formulas, with: " && ", neutral: "true", deciding: "false") }

    static func either(_ formulas: [String]) -> String { join(formulas, with: " || ", neutral: "false", deciding: "true") }

    private static func join(_ formulas: [String], with symbol: String, neutral: String, deciding: String) -> String {
        if formulas.contains(deciding) { return deciding }
        var parts: [String] = []
        for formula in formulas where formula != neutral && !parts.contains(formula) { parts.append(formula) }
        return parts.count > 1 ? "(\(parts.joined(separator: symbol)))" : parts.first ?? neutral
    }
}
