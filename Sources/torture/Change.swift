/// One call of the program that would change its folder, as the injector reports it.
struct Change: Sendable {
    /// From 1.
    let number: Int
    /// `write`, `create`, `sync`, …
    let kind: String
    /// Whether a full disk can refuse it.
    let needsRoom: Bool
    let path: String

    /// Reads a report.
    static func list(_ report: String) -> [Change] {
        report.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 4)
            guard parts.count == 5, let number = Int(parts[0]) else { return nil }
            return Change(number: number, kind: String(parts[1]), needsRoom: parts[3] == "1", path: String(parts[4]))
        }
    }
}
