/// Titles of made-up tasks, put together from what such tasks are usually about.
struct Titles {
    private var used: Set<String> = []

    /// A title that was not given yet.
    mutating func next(_ field: Field, kind: String, _ chance: inout Chance) -> String {
        for _ in 0..<200 {
            let words = chance.one(of: TitleWords.of(field))
            let subject = chance.one(of: words.subjects)
            let frame = chance.one(of: kind == "pilot-production-project" ? words.projects : words.topics)
            let title = frame.replacing("{x}", with: subject).replacing("{y}", with: chance.one(of: words.places))
            if used.insert(title).inserted { return title }
        }
        let title = "Nghiên cứu tổng hợp lần thứ \(used.count + 1) \(TitleWords.regions[0])"
        used.insert(title)
        return title
    }
}

/// Subjects, frames and places of one field; `{x}` stands for the subject and `{y}` for the place.
struct TitleWords {
    let subjects: [String]
    let topics: [String]
    let projects: [String]
    let places: [String]

    static func of(_ field: Field) -> [TitleWords] {
        switch field {
        case .agriculture: [crops, crops, livestock]
        case .engineering: [engineering]
        case .medicine: [medicine]
        case .naturalScience: [environment]
        case .socialScience: [society]
        case .humanities: [culture]
        }
    }

    static let regions = [
        "tại vùng đồng bằng Thanh Hóa", "tại vùng trung du Thanh Hóa", "tại các xã miền núi Thanh Hóa", "tại vùng ven biển Thanh Hóa",
        "trên địa bàn tỉnh Thanh Hóa",
    ]
}
