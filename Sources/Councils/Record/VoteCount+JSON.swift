public import CanonicalJSON
import LifecycleModel
import Rules

extension VoteCount {
    /// The count with its whole working, as the log keeps it and programs read it.
    public var json: JSONValue {
        [
            "tallies": .array(tallies.map(\.json)), "ranking": ranking?.json ?? .null, "steps": .array(steps.map(\.json)),
        ]
    }
}

extension WorkingStep {
    /// The step with its article and how firmly it stands.
    public var json: JSONValue {
        var object: JSONObject = ["text": text.json]
        object["basis"] = basis.map(JSONValue.string)
        object["standing"] = standing.map { .string($0.rawValue) }
        return .object(object)
    }
}

extension Tally {
    /// The tally of one subject.
    public var json: JSONValue {
        [
            "subject": .string(subject), "present": JSONValue(present), "outcome": .string(outcome.rawValue), "figures": figures.json,
            "ballots": .array(
                ballots.map { counted in
                    [
                        "number": JSONValue(counted.ballot.number), "voter": counted.ballot.voter.json, "marks": counted.ballot.marks.json,
                        "mailed": .bool(counted.ballot.isMailed), "supersedes": counted.ballot.correction.map { JSONValue($0.of) } ?? .null,
                        "counts": .bool(counted.void == nil), "why_not": counted.void?.json ?? .null,
                    ]
                }
            ),
            "steps": .array(steps.map(\.json)),
        ]
    }
}

extension Tally.Figures {
    fileprivate var json: JSONValue {
        switch self {
        case .scores(let figures):
            [
                "ballots": JSONValue(figures.cast), "mean_of_all": figures.meanOfAll?.json ?? .null, "mean": figures.mean?.json ?? .null,
                "total": figures.total?.json ?? .null, "lowest": figures.lowest?.json ?? .null, "highest": figures.highest?.json ?? .null,
                "zeroes": JSONValue(figures.zeroes), "zero_criterion": JSONValue(figures.zeroCriterion),
                "criterion_means": .object(JSONObject(figures.criterionMeans.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })),
            ]
        case .votes(let inFavour, let all, let chair):
            ["in_favour": JSONValue(inFavour), "of": JSONValue(all), "chair_in_favour": chair.map(JSONValue.bool) ?? .null]
        case .ratings(let excellent, let pass, let fail):
            ["excellent": JSONValue(excellent), "pass": JSONValue(pass), "fail": JSONValue(fail)]
        }
    }
}

extension Ranking {
    fileprivate var json: JSONValue {
        [
            "places": .array(
                places.map {
                    [
                        "rank": JSONValue($0.rank), "subject": .string($0.subject), "total": $0.total?.json ?? .null,
                        "eligible": .bool($0.isEligible),
                    ]
                }
            ),
            "winner": JSONValue(winner), "runner_up": JSONValue(runnerUp), "steps": .array(steps.map(\.json)),
        ]
    }
}
