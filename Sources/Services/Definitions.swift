import CanonicalJSON
public import LifecycleModel
public import RuleLoading
public import Rules
public import Store

/// Rule definitions by hash, compiled once a process: the one a task is pinned to decides, whatever lies in `workflows/` today.
public final class Definitions {
    private var compiled: [String: CompiledRegime] = [:]

    /// Starts with none.
    public init() {}

    /// The definition with that hash, from the store.
    public func regime(_ hash: String, in reader: any StoreReader) throws -> CompiledRegime {
        if let known = compiled[hash] { return known }
        guard let row = try reader.definition(hash: hash) else {
            throw UseCaseFault(
                .unavailable, "definition-missing",
                Phrase(vi: "Kho dữ liệu thiếu bộ quy tắc \(hash.prefix(12))", en: "The store lacks the definition \(hash.prefix(12))"))
        }
        let regime = CompiledRegime(try Regime(canonicalBytes: row.canonical), hash: hash)
        compiled[hash] = regime
        return regime
    }

    /// Keeps a regime of the rule files in the store and hands it out compiled.
    public func release(_ regime: Regime, hash: String, canonical: [UInt8], in writer: any StoreWriter) throws -> CompiledRegime {
        if try writer.definition(hash: hash) == nil {
            try writer.release(DefinitionRow(hash: hash, id: regime.id, version: regime.version, canonical: canonical))
        }
        if let known = compiled[hash] { return known }
        let made = CompiledRegime(regime, hash: hash)
        compiled[hash] = made
        return made
    }
}
