import CanonicalJSON
import LifecycleModel
import RuleLoading
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
        guard row.isWhole else { throw UseCaseFault(altered: row) }
        let regime = CompiledRegime(try Regime(canonical: row.canonical), hash: hash)
        compiled.withLock { $0[hash] = regime }
        return regime
    }

    /// The definitions whose content is no longer that of their hash: changed behind the program's back.
    public static func altered(in reader: any StoreReader) throws -> [DefinitionRow] {
        try reader.definitions().compactMap { try reader.definition(hash: $0.hash) }.filter { !$0.isWhole }
    }

    /// Keeps a regime of the rule files in the store, so that tasks can be pinned to it.
    public static func release(_ rules: CompiledRegime, in writer: any StoreWriter) throws {
        guard try writer.definition(hash: rules.hash) == nil else { return }
        try writer.release(
            DefinitionRow(hash: rules.hash, id: rules.regime.id, version: rules.regime.version, canonical: rules.regime.canonicalBytes)
        )
    }
}

extension DefinitionRow {
    /// Whether its content is still that which its hash names.
    fileprivate var isWhole: Bool { Regime.sha256(ofCanonical: canonical) == hash }
}

extension UseCaseFault {
    /// A definition was changed behind the program's back.
    fileprivate init(altered row: DefinitionRow) {
        self.init(
            .unavailable,
            "definition-altered",
            Phrase(
                vi: "Bộ quy tắc \(row.name) trong kho đã bị sửa: nội dung không khớp mã băm \(row.hash.prefix(12))",
                en: "The stored definition \(row.name) was altered: its content is not that of the hash \(row.hash.prefix(12))"
            ),
            hint: Phrase(
                vi: "Không ghi gì thêm; khôi phục kho từ bản sao lưu, rồi chạy: nhiemvu store verify",
                en: "Record nothing more; restore the store from a backup, then run: nhiemvu store verify"
            )
        )
    }
}
