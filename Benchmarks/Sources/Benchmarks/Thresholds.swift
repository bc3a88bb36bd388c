import Foundation

/// What the figures have to reach: `thresholds.json` beside the package.
struct Thresholds: Decodable {
    /// Ratios of two measurements of one run; missing one fails the run.
    let ratios: [String: Bound]
    /// Absolute figures, which depend on the machine; missing one is only said.
    let figures: [String: Bound]

    struct Bound: Decodable, CustomStringConvertible {
        let atLeast: Double?
        let atMost: Double?

        func admits(_ value: Double) -> Bool {
            value >= atLeast ?? -.infinity && value <= atMost ?? .infinity
        }

        var description: String {
            [atLeast.map { "≥ \(Table.short($0))" }, atMost.map { "≤ \(Table.short($0))" }].compactMap { $0 }.joined(separator: ", ")
        }
    }

    static func read() throws -> Thresholds {
        try JSONDecoder().decode(Thresholds.self, from: Data(contentsOf: URL(filePath: "\(Places.package)/thresholds.json")))
    }
}
