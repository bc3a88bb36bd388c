import CanonicalJSON
import LifecycleModel
public import Rules
public import Store
import Synchronization

/// Rule definitions by hash, each compiled once: the one a task is pinned to decides, whatever lies in `workflows/` today.
public final class Definitions: Sendable {
    private let compiled = Mutex<[String: CompiledRegime]>([:])

    /// Starts with none.
    public init() {}

    /// The definition with that hash, from the store.
    public func regime(_ hash: String, in reader: any StoreReader) throws -> CompiledRegime {
        if let known = compiled.withLock({ $0[hash] }) { return known }
        guard let row = try reader.definition(hash: hash) else {
            throw UseCaseFault(
                .unavailable,
                "definition-missing",
                Phrase(vi: "Kho dữ liệu thiếu bộ quy tắc \(hash.prefix(12))", en: "The store lacks the definition \(hash.prefix(12))")
            )
        }
        let regime = CompiledRegime(try Regime(canonical: row.canonical), hash: hash)
        compiled.withLock { $0[hash] = regime }
        return regime
    }

    /// Keeps a regime of the rule files in the store, so that tasks can be pinned to it.
    public static func release(_ rules: CompiledRegime, in writer: any StoreWriter) throws {
        guard try writer.definition(hash: rules.hash) == nil else { return }
        try writer.release(
            DefinitionRow(hash: rules.hash, id: rules.regime.id, version: rules.regime.version, canonical: rules.regime.canonicalBytes)
        )
    }
}
