/// One signature line of a note: `— NAME BASE64(key id || signature)` (C2SP signed-note, "Format").
public struct NoteSignature: Sendable, Hashable {
    /// Name of the key that is said to have signed.
    public var name: String { key.name }

    let key: NoteKeyName
    let bytes: [UInt8]

    /// What every signature line begins with: an em dash (U+2014) and a space.
    static let mark = Array("— ".utf8)

    init(key: NoteKeyName, bytes: [UInt8]) {
        self.key = key
        self.bytes = bytes
    }

    /// Reads a line without its end.
    init(line: ArraySlice<UInt8>, number: Int) throws(NoteFault) {
        guard line.starts(with: Self.mark) else { throw NoteFault(line: number, .notASignature) }
        let parts = line.dropFirst(Self.mark.count).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw NoteFault(line: number, .notASignature) }
        let name = String(decoding: parts[0], as: UTF8.self)
        guard NoteKeyName.isValid(name) else { throw NoteFault(line: number, .badName) }
        guard let decoded = Base64.decode(parts[1]) else { throw NoteFault(line: number, .notBase64) }
        guard decoded.count > 4 else { throw NoteFault(line: number, .shortSignature) }
        key = NoteKeyName(name: name, id: decoded.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
        bytes = Array(decoded.dropFirst(4))
    }

    /// The line with its end.
    var line: String {
        let id = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: key.id >> $0) }
        return "— \(key.name) \(Base64.encode(id + bytes))\n"
    }
}
