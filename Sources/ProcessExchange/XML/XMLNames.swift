/// Gives identifiers that XML allows (NCName) and that occur once in a document, as close to the words of the rule files as can be.
struct XMLNames {
    private var used: [String: Int] = [:]

    /// An identifier not given before, made of these words.
    mutating func name(_ words: String...) -> String {
        var name = ""
        for scalar in words.joined(separator: ".").unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": name.unicodeScalars.append(scalar)
            case "/", ":": name += "."
            default: name += "_"
            }
        }
        if name.unicodeScalars.first.map({ !("a"..."z" ~= $0 || "A"..."Z" ~= $0) }) ?? true { name = "x" + name }
        used[name, default: 0] += 1
        guard let times = used[name], times > 1 else { return name }
        return self.name("\(name)_\(times)")
    }
}
