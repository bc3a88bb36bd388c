import LifecycleModel
import Rules

/// What is gathered while files are read: diagnostics, and where each part of the regime stands.
final class Report {
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the parts of the regime that is being read stand.
    var places = SourceMap()

    /// Parts that could not be read: what stands in their place is nothing anybody wrote, so nothing more is said about it.
    private var unread: Set<RulePath> = []

    /// Remembers a part that could not be read.
    func markUnread(_ path: RulePath) {
        unread.insert(path)
    }

    /// Adds a diagnostic.
    func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Takes back that names are not there: they may stand in a file that could not be read.
    func forgetUnknownNames() {
        let ofShape: Set = ["unknown-key", "unknown-value"]
        diagnostics.removeAll { $0.code.hasPrefix("unknown-") && !ofShape.contains($0.code) }
    }

    /// Whether anything so far forbids use.
    var hasErrors: Bool { diagnostics.hasErrors }

    /// Adds findings about the regime that was read, each at the place where its value stands.
    func add(_ findings: [Finding], fallback file: String) {
        // Where something could not be read, sums of numbers may lack one of them.
        let isWhole = !hasErrors
        for finding in findings where !isUnread(finding.path) && (isWhole || !Self.codesOfSums.contains(finding.code)) {
            let place = places.position(of: finding.path, offset: finding.offset)
            add(
                Diagnostic(
                    severity: finding.severity,
                    file: place?.file ?? file,
                    line: place?.line ?? 1,
                    column: place?.column ?? 1,
                    code: finding.code,
                    message: finding.message,
                    hint: finding.hint
                )
            )
        }
    }

    /// Findings that rest on several numbers at once.
    private static let codesOfSums: Set = ["council-size", "quorum-unmet", "too-many-seats"]

    private func isUnread(_ path: RulePath) -> Bool {
        guard !unread.isEmpty else { return false }
        return sequence(first: path, next: \.parent).contains(where: unread.contains)
    }
}
