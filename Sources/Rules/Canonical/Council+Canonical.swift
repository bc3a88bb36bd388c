public import CanonicalJSON
import LifecycleModel

extension Council: JSONRepresentable {
    /// Reads the members named as in rule files.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            least: try json.value(at: "least"),
            most: try json.value(at: "most"),
            otherSize: try json.optionalString(at: "other-size"),
            composition: try json.seats(at: "composition"),
            fromEarlierCouncil: try json.optionalValue(at: "from-earlier-council"),
            representatives: try json.optionalValue(at: "representatives"),
            quorum: try json.string(at: "quorum"),
            seats: try json.seats(at: "seats"),
            deputyNeedsAuthority: try json.isTrue(at: "deputy-authority"),
            papers: try json.optionalString(at: "papers"),
            modes: try json.words(at: "modes"),
            absence: try json.optionalWord(at: "absence"),
            needsAllReviews: try json.isTrue(at: "all-reviews"),
            conflicts: try json.values(at: "conflicts"),
            judges: try json.optionalValue(at: "judges"),
            countingBoard: try json.optionalValue(at: "counting-board"),
            ballots: try json.dictionary(at: "ballots"),
            decision: try json.optionalValue(at: "decision"),
            decisionAmongSeveral: try json.optionalValue(at: "decision-among-several"),
            basis: try json.optionalString(at: "basis")
        )
    }

    /// The members named as in rule files.
    public var json: JSONValue {
        var object: JSONObject = ["least": least.json, "most": most.json, "quorum": .string(quorum)]
        object.add("other-size", otherSize)
        object.add("composition", Dictionary(bySeat: composition))
        object["from-earlier-council"] = fromEarlierCouncil?.json
        object["representatives"] = representatives?.json
        object.add("seats", Dictionary(bySeat: seats))
        object.add("deputy-authority", ifTrue: deputyNeedsAuthority)
        object.add("papers", papers)
        object.add("modes", modes.map(\.rawValue))
        object.add("absence", absence?.rawValue)
        object.add("all-reviews", ifTrue: needsAllReviews)
        object.add("conflicts", conflicts)
        object["judges"] = judges?.json
        object["counting-board"] = countingBoard?.json
        object.add("ballots", ballots)
        object["decision"] = decision?.json
        object["decision-among-several"] = decisionAmongSeveral?.json
        object.add("basis", basis)
        return .object(object)
    }
}

extension ConflictRule: JSONRepresentable {
    /// Reads `{ground, of?, seats?, basis?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            ground: try json.word(at: "ground"),
            of: try json.words(at: "of"),
            seats: try json.words(at: "seats"),
            basis: try json.optionalString(at: "basis")
        )
    }

    /// `{ground, of?, seats?, basis?}`.
    public var json: JSONValue {
        var object: JSONObject = ["ground": .string(ground.rawValue)]
        object.add("of", of.map(\.rawValue))
        object.add("seats", seats.map(\.rawValue))
        object.add("basis", basis)
        return .object(object)
    }
}

extension Amount: JSONRepresentable {
    /// Reads a number, or a text `param.name`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        if let number = json.int {
            self = .number(Int(clamping: number))
        } else if let text = json.string, text.hasPrefix(Amount.prefix) {
            self = .parameter(String(text.dropFirst(Amount.prefix.count)))
        } else {
            throw JSONShapeFault(path: "", expected: "a number or a parameter", found: nil)
        }
    }

    /// A number, or a text `param.name`.
    public var json: JSONValue {
        switch self {
        case .number(let number): JSONValue(number)
        case .parameter(let name): .string(Amount.prefix + name)
        }
    }
}

extension [String: Amount] {
    /// Seats by their words.
    fileprivate init(bySeat seats: [Seat: Amount]) {
        self.init(seats.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
    }
}

extension JSONValue {
    /// Seats with their numbers.
    fileprivate func seats(at key: String) throws(JSONShapeFault) -> [Seat: Amount] {
        var seats: [Seat: Amount] = [:]
        for (word, amount) in try dictionary(at: key, of: Amount.self) {
            guard let seat = Seat(rawValue: word) else { throw JSONShapeFault(path: key, expected: "a seat", found: "‘\(word)’") }
            seats[seat] = amount
        }
        return seats
    }

    /// A list of words of a closed set; none when absent.
    func words<Word: RawRepresentable<String>>(at key: String, of type: Word.Type = Word.self) throws(JSONShapeFault) -> [Word] {
        var words: [Word] = []
        for text in try strings(at: key) {
            guard let word = Word(rawValue: text) else { throw JSONShapeFault(path: key, expected: "a known word", found: "‘\(text)’") }
            words.append(word)
        }
        return words
    }
}
