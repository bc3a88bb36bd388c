import Indicators
import LifecycleModel
import Rules

/// What the files of indicators say about each other and about the regimes beside them.
struct IndicatorValidator {
    /// The roles that the regimes know.
    let roles: Set<String>
    /// The kinds of evidence that they know; none where they know no evidence.
    let evidenceKinds: Set<String>

    /// Collects what the regimes know.
    init(regimes: [Regime]) {
        roles = Set(regimes.flatMap(\.roles.keys))
        evidenceKinds = Set(regimes.flatMap { $0.machines["evidence"]?.facts["kind"]?.choices.map(\.value) ?? [] })
    }

    /// Everything that does not fit.
    func findings(in library: IndicatorLibrary) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        func fault(_ file: String, _ code: String, _ message: Phrase, hint: Phrase? = nil) {
            findings.append(
                Diagnostic(severity: .error, file: "\(IndicatorLibrary.folder)/\(file).yaml", code: code, message: message, hint: hint)
            )
        }
        for (name, definition) in library.definitions.sorted(by: { $0.key < $1.key }) where !evidenceKinds.isEmpty {
            let named =
                ([definition.terms] + definition.alternatives.values.map(\.terms)).flatMap(\.kinds) + definition.terms.kindNames.keys
            for kind in Set(named).subtracting(evidenceKinds).sorted() {
                fault(
                    name,
                    "unknown-kind",
                    Phrase(vi: "không chế độ nào có loại minh chứng ‘\(kind)’", en: "no regime has evidence of the kind ‘\(kind)’"),
                    hint: Suggestion.hint(for: kind, in: evidenceKinds)
                )
            }
        }
        for (name, book) in library.books.sorted(by: { $0.key < $1.key }) {
            for role in book.gatherers where !roles.contains(role) {
                fault(
                    name,
                    "unknown-role",
                    Phrase(vi: "không có vai trò ‘\(role)’", en: "there is no role ‘\(role)’"),
                    hint: Suggestion.hint(for: role, in: roles)
                )
            }
            for entry in book.entries {
                for (name, coverage) in [(entry.computedBy, CountIndicator.Coverage.whole), (entry.partlyBy, .part)] {
                    guard let name else { continue }
                    findings += self.findings(of: entry, worked: name, coverage, in: library, book: book.id)
                }
                if entry.computedBy != nil, entry.partlyBy != nil {
                    fault(
                        book.id,
                        "computed-twice",
                        Phrase(
                            vi: "chỉ tiêu \(entry.number) không có cả ‘computed’ lẫn ‘known-part’",
                            en: "indicator \(entry.number) cannot have both ‘computed’ and ‘known-part’"
                        )
                    )
                }
            }
        }
        return findings
    }

    /// What does not fit between an entry and the definition that it names.
    private func findings(
        of entry: IndicatorBook.Entry,
        worked name: String,
        _ coverage: CountIndicator.Coverage,
        in library: IndicatorLibrary,
        book: String
    ) -> [Diagnostic] {
        func fault(_ file: String, _ code: String, _ message: Phrase, hint: Phrase? = nil) -> [Diagnostic] {
            [
                Diagnostic(severity: .error, file: "\(IndicatorLibrary.folder)/\(file).yaml", code: code, message: message, hint: hint)
            ]
        }
        let count = library.counts[name]
        let use = coverage == .whole ? library.definitions[name] : nil
        guard let number = use?.number ?? count?.number else {
            let known = Set(library.counts.keys).union(coverage == .whole ? Set(library.definitions.keys) : [])
            return fault(
                book,
                "unknown-definition",
                Phrase(
                    vi: "chỉ tiêu \(entry.number): không có định nghĩa ‘\(name)’",
                    en: "indicator \(entry.number): there is no definition ‘\(name)’"
                ),
                hint: Suggestion.hint(for: name, in: known)
            )
        }
        if number != entry.number {
            return fault(
                name,
                "wrong-number",
                Phrase(
                    vi: "định nghĩa là của chỉ tiêu \(number), sách \(book) dùng cho chỉ tiêu \(entry.number)",
                    en: "the definition is of indicator \(number), the book \(book) uses it for \(entry.number)"
                )
            )
        }
        if let count, count.coverage != coverage {
            let key = count.coverage == .whole ? "computed" : "known-part"
            return fault(
                book,
                "wrong-coverage",
                Phrase(
                    vi: "chỉ tiêu \(entry.number): ‘\(name)’ có covers: \(count.coverage.rawValue), phải ghi dưới ‘\(key)’",
                    en: "indicator \(entry.number): ‘\(name)’ covers \(count.coverage.rawValue), it belongs under ‘\(key)’"
                )
            )
        }
        return []
    }
}
