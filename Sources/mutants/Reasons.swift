/// Why nobody can notice some mistakes: a file with the name of each, and the reason indented below it.
struct Reasons {
    private var reasons: [String: String] = [:]

    init(text: String) {
        var name: String?
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if let first = line.first, first != " " {
                name = String(line)
            } else if let name {
                let text = line.drop { $0 == " " }
                reasons[name] = reasons[name].map { "\($0) \(text)" } ?? String(text)
            }
        }
    }

    /// The reason for a mistake, if there is one.
    subscript(id: String) -> String? { reasons[id] }
}
