import LifecycleModel
public import Rules
public import Store

/// Finds the rules a person names: a regime of the rule files, one of another folder, or a definition kept in the store.
public struct DefinitionSearch {
    private let library: RuleLibrary
    private let store: () throws -> (any Store)?

    /// Rules that were found.
    public struct Found: Sendable {
        /// The rules.
        public let rules: CompiledRegime
        /// Whether they come out of the store, not out of files.
        public let isStored: Bool
    }

    /// Prepares the search; the store is opened only when the files have nothing of that name.
    public init(library: RuleLibrary, store: @escaping () throws -> (any Store)?) {
        self.library = library
        self.store = store
    }

    /// The rules named `law-2013`, `law-2013/1.0.0`, `old-rules:law-2013` or by the first digits of a stored definition's hash.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` with what was meant when nothing or more than one is called so, `RuleFileFaults` when the
    ///   files have faults.
    public func callAsFunction(_ name: String) throws -> Found {
        if let colon = name.lastIndex(of: ":") {
            let folder = RuleLibrary(directory: String(name[..<colon]))
            guard !folder.regimeNames.isEmpty else {
                throw UseCaseFault(
                    .badData,
                    "rules-missing",
                    Phrase(
                        vi: "Không có tệp quy tắc trong thư mục «\(folder.directory)»",
                        en: "There are no rule files in the folder \"\(folder.directory)\""
                    )
                )
            }
            return Found(rules: try fromFiles(String(name[name.index(after: colon)...]), folder), isStored: false)
        }
        let steps = name.split(separator: "/", maxSplits: 1).map(String.init)
        let (id, version) = (steps.first ?? name, steps.count == 2 ? steps[1] : nil)
        do {
            let rules = try fromFiles(id, library)
            if version.map(rules.regime.version.isVersion) ?? true { return Found(rules: rules, isStored: false) }
        } catch let fault as UseCaseFault where fault.code == "unknown-regime" {}
        guard let store = try store() else { throw unknown(name, []) }
        return try store.read { reader in
            let kept = try reader.definitions()
            let found = kept.named(name)
            guard let row = found.last else { throw unknown(name, kept) }
            guard found.count == 1 || version == nil && found.allSatisfy({ $0.id == name }) else { throw ambiguous(name, found) }
            return Found(rules: try Definitions().regime(row.hash, in: reader), isStored: true)
        }
    }

    private func fromFiles(_ id: String, _ library: RuleLibrary) throws -> CompiledRegime {
        do { return try library.regime(id) } catch let fault as UseCaseFault where fault.kind == .usage {
            throw UseCaseFault(.badData, fault.code, fault.message, hint: fault.hint)
        }
    }

    private func unknown(_ name: String, _ kept: [DefinitionRow]) -> UseCaseFault {
        let known = library.regimeNames + kept.flatMap { [$0.name, String($0.hash.prefix(12))] }
        return UseCaseFault(
            .badData,
            "unknown-definition",
            Phrase(
                vi: "Không có chế độ hay bộ quy tắc nào tên «\(name)»",
                en: "There is no regime and no stored definition called \"\(name)\""
            ),
            hint: .nearest(to: name, among: Set(known)) ?? .oneOf(Array(Set(library.regimeNames + kept.map(\.name))).sorted())
        )
    }

    private func ambiguous(_ name: String, _ found: [DefinitionRow]) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "ambiguous-definition",
            Phrase(vi: "Có \(found.count) bộ quy tắc tên «\(name)»", en: "\(found.count) definitions are called \"\(name)\""),
            hint: .oneOf(found.map { "\($0.hash.prefix(12)) (\($0.name))" })
        )
    }
}

extension DefinitionRow {
    /// Identifier and version: `law-2013/1.0.0`, with an overlay's suffix `law-2013/1.0.0+thanh-hoa.1`.
    public var name: String { "\(id)/\(version)" }

    /// Whether it is called so; the suffix of an overlay may be left out.
    fileprivate func isCalled(_ name: String) -> Bool {
        let steps = name.split(separator: "/", maxSplits: 1)
        return steps.count == 2 && steps[0] == id && version.isVersion(String(steps[1]))
    }
}

extension String {
    /// Whether a version is meant by a text: the same, or without its build metadata (Semantic Versioning 2.0.0, 10).
    fileprivate func isVersion(_ text: String) -> Bool { self == text || hasPrefix("\(text)+") }
}

extension [DefinitionRow] {
    /// Those a person may mean: by identifier, by identifier and version, or by the first four or more digits of the hash.
    func named(_ name: String) -> [DefinitionRow] {
        let isHash =
            name.utf8.count >= 4
            && name.utf8.allSatisfy {
                ("0"..."9").contains(Character(UnicodeScalar($0))) || ("a"..."f").contains(Character(UnicodeScalar($0)))
            }
        return filter { $0.id == name || $0.isCalled(name) || isHash && $0.hash.hasPrefix(name) }
    }
}
