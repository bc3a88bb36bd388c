/// The work that an evaluation may still do.
struct Budget {
    private(set) var remaining: Int

    init(steps: Int) {
        remaining = steps
    }

    static let unlimited = Budget(steps: .max)

    /// Pays for some steps.
    mutating func charge(_ steps: Int) throws(EvaluationError) {
        remaining -= steps
        if remaining < 0 { throw EvaluationError(.limitExceeded(.steps)) }
    }

    /// Pays for reading or writing so many bytes.
    mutating func charge(bytes: Int) throws(EvaluationError) {
        try charge(bytes / 16 + 1)
    }
}
