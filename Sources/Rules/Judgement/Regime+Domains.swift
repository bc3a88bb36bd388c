package import Expressions

extension Regime {
    /// The values that the facts with few of them may have, as expressions of a machine name them.
    package func domains(of machine: Machine) -> [FactPath: [Value]] {
        var domains: [FactPath: [Value]] = [:]
        for (group, facts) in facts.merging(["this": machine.facts], uniquingKeysWith: { first, _ in first }) {
            for (name, fact) in facts { domains[FactPath(root: group, fields: [name])] = fact.domain }
        }
        return domains
    }

    /// The parameters by the path expressions read them under; a share is read by its two parts.
    package var constants: [FactPath: Value] {
        var constants: [FactPath: Value] = [:]
        for (name, parameter) in parameters {
            let value = parameter.value.expressionValue
            constants[FactPath(root: "param", fields: [name])] = value
            guard case .map(let parts) = value else { continue }
            for part in ["numerator", "denominator"] { constants[FactPath(root: "param", fields: [name, part])] = parts[part] }
        }
        return constants
    }
}

extension Fact {
    /// The values it may have when they are few; nil for numbers, dates, texts and codes.
    package var domain: [Value]? {
        switch type {
        case .bool: [.bool(false), .bool(true)]
        case .choice: choices.map { .string($0.value) }
        case .int, .dong, .text, .date, .organisation, .person, .programme: nil
        }
    }
}
