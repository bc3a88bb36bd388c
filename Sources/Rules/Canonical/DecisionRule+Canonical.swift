public import CanonicalJSON

extension DecisionRule: JSONRepresentable {
    /// Reads `{basis?}` with `scores`, `votes`, `ratings` or `collective`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let way: Way
        if let scores: Scores = try json.optionalValue(at: "scores") {
            way = .scores(scores)
        } else if let votes: Votes = try json.optionalValue(at: "votes") {
            way = .votes(votes)
        } else if let ratings: Ratings = try json.optionalValue(at: "ratings") {
            way = .ratings(ratings)
        } else {
            way = .collective
        }
        self.init(way, basis: try json.optionalString(at: "basis"))
    }

    /// `{basis?}` with `scores`, `votes`, `ratings` or `collective`.
    public var json: JSONValue {
        var object: JSONObject = [:]
        switch way {
        case .scores(let scores): object["scores"] = scores.json
        case .votes(let votes): object["votes"] = votes.json
        case .ratings(let ratings): object["ratings"] = ratings.json
        case .collective: object["collective"] = true
        }
        object.add("basis", basis)
        return .object(object)
    }
}

extension DecisionRule.Scores: JSONRepresentable {
    /// Reads `{pass?, deviation?, bonus?, zeroes?, ties?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            pass: try json.optionalValue(at: "pass"),
            deviation: try json.optionalValue(at: "deviation"),
            bonus: try json.optionalValue(at: "bonus"),
            zeroes: try json.optionalValue(at: "zeroes"),
            ties: try json.words(at: "ties")
        )
    }

    /// `{pass?, deviation?, bonus?, zeroes?, ties?}`.
    public var json: JSONValue {
        var object: JSONObject = [:]
        object["pass"] = pass?.json
        object["deviation"] = deviation?.json
        object["bonus"] = bonus?.json
        object["zeroes"] = zeroes?.json
        object.add("ties", ties.map(\.rawValue))
        return .object(object)
    }
}

extension DecisionRule.Votes: JSONRepresentable {
    /// Reads `{share, reach, among, chair-breaks-ties?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            share: try json.value(at: "share"),
            reach: try json.word(at: "reach"),
            among: try json.word(at: "among"),
            chairBreaksTies: try json.isTrue(at: "chair-breaks-ties")
        )
    }

    /// `{share, reach, among, chair-breaks-ties?}`.
    public var json: JSONValue {
        var object: JSONObject = ["share": share.json, "reach": .string(reach.rawValue), "among": .string(among.rawValue)]
        object.add("chair-breaks-ties", ifTrue: chairBreaksTies)
        return .object(object)
    }
}

extension DecisionRule.Ratings: JSONRepresentable {
    /// Reads `{excellent, fail}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(excellent: try json.value(at: "excellent"), fail: try json.value(at: "fail"))
    }

    /// `{excellent, fail}`.
    public var json: JSONValue { ["excellent": excellent.json, "fail": fail.json] }
}
