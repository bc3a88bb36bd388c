extension Requirement.Condition {
    /// The one CEL expression this condition means; words are written out here and nowhere else.
    public var source: String {
        switch self {
        case .clause(let text): text
        case .documents(let forms):
            forms.map { "\(quoted($0)) in documents" }.joined(separator: " && ")
        case .separateFrom(let events):
            events.map { "!(\(quoted($0)) in fired && actor.id in fired[\(quoted($0))].by)" }.joined(separator: " && ")
        case .deadlineMet(let id): "\(clock(id)).met"
        case .deadlinePassed(let id): "\(clock(id)).passed"
        case .notLocked(let id): "!\(clock(id)).locked"
        case .machines(let machine, let quantifier, let states):
            switch quantifier {
            case .every: "\(instances(machine)).all(m, m.state in \(list(states)))"
            case .some: "\(instances(machine)).exists(m, m.state in \(list(states)))"
            case .none: "!\(instances(machine)).exists(m, m.state in \(list(states)))"
            case .atLeast(let count): "size(\(instances(machine)).filter(m, m.state in \(list(states)))) >= \(count)"
            }
        case .atMost(let amount, let limit): "\(amount) <= (\(limit))"
        case .council(let kind, let results):
            // A later council of the kind takes the place of an earlier one, whose conclusion stays in the record.
            "\(instances("council-session")).exists(s, \(concluded("s", kind)) && s.result in \(list(results)) && "
                + "!\(instances("council-session")).exists(t, \(concluded("t", kind)) && t.number > s.number))"
        case .noBar(let party): "size(\(FactEnvironment.expressionName(party)).bars) == 0"
        case .known(let facts): facts.map { "has(\($0))" }.joined(separator: " && ")
        }
    }

    private func concluded(_ session: String, _ kind: String) -> String {
        "\(session).kind == \(quoted(kind)) && \(session).end == 'completed' && has(\(session).result)"
    }

    private func clock(_ id: String) -> String { "deadlines.\(FactEnvironment.expressionName(id))" }
    private func instances(_ id: String) -> String { "machines.\(FactEnvironment.expressionName(id))" }
    private func list(_ items: [String]) -> String { "[\(items.map(quoted).joined(separator: ", "))]" }

    private func quoted(_ text: String) -> String {
        var result = "'"
        for character in text.unicodeScalars {
            if character == "'" || character == "\\" { result.unicodeScalars.append("\\") }
            result.unicodeScalars.append(character)
        }
        return result + "'"
    }
}
