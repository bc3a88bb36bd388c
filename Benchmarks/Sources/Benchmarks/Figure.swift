/// One line of the table: what was measured, and the limit it stands beside, measured in the same run.
struct Figure {
    /// Name in `thresholds.json`.
    let id: String
    /// What it is.
    let name: String
    /// The measurement.
    let value: Double
    /// Its unit.
    let unit: String
    /// What it is compared with, in the same unit.
    var limit: Limit?

    /// Something measured beside it that cannot be surpassed, or should not grow.
    struct Limit {
        let name: String
        let value: Double
        /// The ratio of the two, higher or lower being better as `thresholds.json` says.
        let ratio: Double
    }
}
