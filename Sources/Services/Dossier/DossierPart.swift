import OpenPackaging

/// The names of the parts of a dossier.
enum DossierPart {
    static let page = "index.html"
    static let readable = "task.json"
    static let events = "events.jsonl"
    static let checkpoint = "checkpoint.txt"
    static let manifest = "manifest.json"
    static let personal = "personal.json"

    /// `proofs/00009000.json`; the digits keep the order of names that of numbers.
    static func proof(_ number: Int64) -> String {
        let digits = "\(number)"
        return "proofs/" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits + ".json"
    }

    /// `definitions/‹SHA-256›.json`
    static func definition(_ hash: String) -> String { "definitions/\(hash).json" }

    /// `files/‹SHA-256›.pdf`: the ending is that of the name it came with, where that is a plain one.
    static func file(_ hash: String, named name: String?) -> String {
        let pieces = (name ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count > 1, let ending = pieces.last?.lowercased(), 1...5 ~= ending.utf8.count,
            ending.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) })
        else { return "files/\(hash)" }
        return "files/\(hash).\(ending)"
    }

    /// How large a dossier may be: its files lie in it as they are, so it is what they are together.
    static let limits: PackageLimits = {
        var limits = PackageLimits()
        limits.fileBytes = 256 * 1024 * 1024
        limits.parts = 20_000
        limits.partBytes = 64 * 1024 * 1024
        limits.totalBytes = 256 * 1024 * 1024
        return limits
    }()
}
