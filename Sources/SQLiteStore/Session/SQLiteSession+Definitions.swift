import Store

extension SQLiteSession {
    func definition(hash: String) throws -> DefinitionRow? {
        try database.first("SELECT hash, id, version, canonical FROM definitions WHERE hash = ?", hash, read: Self.definition)
    }

    func definitions() throws -> [DefinitionRow] {
        try database.rows("SELECT hash, id, version, canonical FROM definitions ORDER BY id, ref", read: Self.definition)
    }

    func releases() throws -> [String: String] {
        let hashes = try database.rows("SELECT id, hash FROM definitions ORDER BY ref") { (try $0.text(0), try $0.text(1)) }
        return Dictionary(hashes) { $1 }
    }

    func release(_ definition: DefinitionRow) throws {
        if let kept = try self.definition(hash: definition.hash) {
            guard kept == definition else {
                throw StoreError(.constraint, subject: definition.hash, cause: "the hash is already kept with another definition")
            }
            return
        }
        try database.run(
            "INSERT INTO definitions (hash, id, version, canonical) VALUES (?, ?, ?, ?)",
            definition.hash,
            definition.id,
            definition.version,
            definition.canonical
        )
    }

    /// The number under which events and tasks refer to a definition.
    func definitionReference(_ hash: String) throws -> Int64 {
        if let known = definitionReferences.first(where: { $0.hash == hash }) { return known.reference }
        guard let reference = try database.first("SELECT ref FROM definitions WHERE hash = ?", hash, read: { try $0.int(0) }) else {
            throw StoreError(.constraint, subject: hash, cause: "the definition has not been released")
        }
        definitionReferences.append((hash, reference))
        return reference
    }

    private static func definition(_ row: SQLRow) throws -> DefinitionRow {
        DefinitionRow(hash: try row.text(0), id: try row.text(1), version: try row.text(2), canonical: try row.bytes(3))
    }
}
