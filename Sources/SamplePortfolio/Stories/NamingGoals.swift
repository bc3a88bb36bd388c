/// Which goal of its programme (Đề án 2021–2025, Phụ lục I) a result of the sample serves. Some goals nobody serves.
enum SampleGoals {
    private static let byProgramme: [String: [String: String]] = [
        "CT2-2021-2025": ["Mô hình trình diễn": "farm-models", "Quy trình kỹ thuật": "technical-advances"],
        "CT3-2021-2025": ["Mô hình trình diễn": "pilot-products", "Quy trình kỹ thuật": "transferred-technologies"],
        "CT4-2021-2025": ["Mô hình trình diễn": "smart-health-models", "Quy trình kỹ thuật": "medical-techniques"],
        "CT6-2021-2025": ["Mô hình trình diễn": "climate-solutions", "Quy trình kỹ thuật": "pollution-technologies"],
    ]

    /// The goals of a task's results, by number; drawn from a stream of choices of its own.
    static func goals(of results: [SampleResults.Promised], task: String, programme: String?) -> [Int: String] {
        guard let known = byProgramme[programme ?? ""] else { return [:] }
        var chance = Chance(named: task + "/goals")
        var goals: [Int: String] = [:]
        for (index, result) in results.enumerated() {
            guard let goal = known[result.name], chance.happens(10) else { continue }
            goals[index + 1] = goal
        }
        return goals
    }
}
