public import Expressions

/// What came of a request.
public struct EvaluationAnswer: Sendable {
    /// The type the checker found; nil without a check or where it failed.
    public let type: ValueType?
    /// The value, or why there is none.
    public let outcome: Outcome

    /// The closed set of outcomes.
    public enum Outcome: Sendable {
        /// The expression was only checked, and is sound.
        case checked
        /// Its value.
        case value(Value)
        /// The text is wrong.
        case notCompiled(CompileFailure)
        /// The text is right and has no value for these facts.
        case noValue(EvaluationError)
        /// The request itself could not be read.
        case notRead(ExchangeFault)
    }

    /// An answer.
    public init(type: ValueType?, outcome: Outcome) {
        self.type = type
        self.outcome = outcome
    }

    /// Whether it is a value or a passed check.
    public var isGood: Bool {
        switch outcome {
        case .checked, .value: true
        case .notCompiled, .noValue, .notRead: false
        }
    }

    /// How complaints are worded.
    public struct Wording: Sendable {
        let fault: @Sendable (CompileFault) -> String
        let error: @Sendable (EvaluationError) -> String

        /// Words of one's own for a faulty text and for a value that there is not.
        public init(fault: @escaping @Sendable (CompileFault) -> String, error: @escaping @Sendable (EvaluationError) -> String) {
            self.fault = fault
            self.error = error
        }

        /// The language's own words, in English.
        public static let plain = Wording(fault: \.message, error: \.message)
    }

    /// `{"error":{"code","message",…}}`, where something went wrong.
    public func error(in wording: Wording = .plain) -> ExchangeJSON? {
        switch outcome {
        case .checked, .value: return nil
        case .notRead(let fault): return ["code": "bad-request", "message": .string(fault.description)]
        case .noValue(let error):
            let missing = error.missingPath.map { [ExchangeJSON.Member("missing", .string($0))] } ?? []
            return .object(
                [ExchangeJSON.Member("code", .string(error.code)), ExchangeJSON.Member("message", .string(wording.error(error)))] + missing
            )
        case .notCompiled(let failure):
            let faults = failure.faults.map { $0.members(wording) }
            guard let first = faults.first else { return ["code": "not-compiled", "message": .string(failure.description)] }
            return .object(first + (faults.count > 1 ? [ExchangeJSON.Member("faults", .array(faults.map(ExchangeJSON.object)))] : []))
        }
    }

    /// One element of a batch's answer: `{"value":…}` or `{"error":…}`, with `"type"` beside it after a check.
    public func exchange(in wording: Wording = .plain) -> ExchangeJSON {
        var members: [ExchangeJSON.Member] = []
        if case .value(let value) = outcome { members.append(ExchangeJSON.Member("value", value.exchange)) }
        if let error = error(in: wording) { members.append(ExchangeJSON.Member("error", error)) }
        if let type { members.append(ExchangeJSON.Member("type", type.exchange)) }
        return .object(members)
    }
}

extension CompileFault {
    fileprivate func members(_ wording: EvaluationAnswer.Wording) -> [ExchangeJSON.Member] {
        [
            ExchangeJSON.Member("code", .string(code.rawValue)), ExchangeJSON.Member("message", .string(wording.fault(self))),
            ExchangeJSON.Member("line", .number(String(location.line))), ExchangeJSON.Member("column", .number(String(location.column))),
        ]
    }
}

/// Many requests at once.
public enum EvaluationBatch {
    /// Answers a JSON array of requests by an array in the same order; a request that cannot be read gets an error in its place.
    ///
    /// - Throws: when the whole is not an array.
    public static func answer(_ json: ExchangeJSON, in wording: EvaluationAnswer.Wording = .plain) throws(ExchangeFault) -> ExchangeJSON {
        guard let requests = json.elements else { throw ExchangeFault("a batch is an array of requests, found \(json.kind)") }
        return .array(
            requests.map { request in
                do throws(ExchangeFault) {
                    return try EvaluationRequest(exchange: request).answer().exchange(in: wording)
                } catch {
                    return EvaluationAnswer(type: nil, outcome: .notRead(error)).exchange(in: wording)
                }
            }
        )
    }
}
