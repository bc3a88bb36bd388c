public import CanonicalJSON
public import LifecycleModel
public import Proofs
public import Rules

/// All rule files of a directory, read and checked: the regimes, how one is chosen, and where the holiday table is.
public struct WorkflowLibrary: Sendable {
    /// The regimes by identifier, compiled, with local overlays applied and the hash of their canonical form.
    public let regimes: [String: CompiledRegime]
    /// How the regime of a new task is chosen.
    public let choice: RegimeChoice
    /// Path of the holiday table (`calendar/vn-holidays.csv` in the directory).
    public let holidayTable: String
    /// Warnings and notes; errors make loading fail.
    public let remarks: [Diagnostic]

    /// Reads and checks everything; fails with all diagnostics when there is an error anywhere.
    public static func load(directory: String) throws(RuleFileFaults) -> WorkflowLibrary {
        var reader = LibraryReader(directory: directory)
        let library = reader.library()
        guard !library.remarks.hasErrors else { throw RuleFileFaults(diagnostics: library.remarks) }
        return library
    }

    /// Reads and checks one regime with the overlays that are in force; the other regimes are not looked at.
    public static func load(regime: String, directory: String) throws(RuleFileFaults) -> CompiledRegime {
        var reader = LibraryReader(directory: directory)
        let compiled = reader.regime(regime)
        let diagnostics = reader.sortedDiagnostics
        guard let compiled, !diagnostics.hasErrors else { throw RuleFileFaults(diagnostics: diagnostics) }
        return compiled
    }

    /// Everything there is to say about the rule files of a directory, or of one regime in it, by file and line.
    public static func check(directory: String, regime: String? = nil) -> [Diagnostic] {
        examine(directory: directory, regime: regime).diagnostics
    }

    /// The same, with what came out of proving each invariant.
    public static func examine(directory: String, regime: String? = nil) -> Examination {
        var reader = LibraryReader(directory: directory, isHashing: false, isProving: true)
        let diagnostics: [Diagnostic]
        if let regime {
            _ = reader.regime(regime)
            diagnostics = reader.sortedDiagnostics
        } else {
            diagnostics = reader.library().remarks
        }
        return Examination(diagnostics: diagnostics, proofs: reader.proofs)
    }

    /// What a check of rule files found.
    public struct Examination: Sendable {
        /// Errors, warnings and notes, by file and line.
        public let diagnostics: [Diagnostic]
        /// The invariants of each regime whose files have no other errors.
        public let proofs: [String: [InvariantResult]]

        /// The answer of `rules check --format json`: `{"errors":[…],"warnings":[…],"notes":[…],"invariants":{"law-2013":[…]}}`.
        public func json(in language: Language) -> JSONValue {
            let results = proofs.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.array($0.value.map { $0.json(in: language) })) }
            var object = diagnostics.json(in: language).object ?? JSONObject()
            object["invariants"] = .object(JSONObject(results))
            return .object(object)
        }
    }
}
