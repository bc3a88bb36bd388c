/// A text signed by one or more keys, in the format of C2SP signed-note (c2sp.org/signed-note): the text, an empty line, a line for each
/// signature. Nothing of the text is to be believed before `verified(by:)` said that a trusted key signed it.
public struct SignedNote: Sendable, Hashable {
    /// Most signatures that are read; the format asks for at least 16.
    public static let mostSignatures = 100
    /// Most bytes that are read.
    public static let mostBytes = 1 << 20

    /// The text with the end of its last line, without the empty line.
    public let text: String
    /// The signatures in order.
    public private(set) var signatures: [NoteSignature]

    /// Signs a text; one that ends without the end of a line cannot be signed.
    public init(_ text: String, signedBy signer: NoteSigner) throws(NoteFault) {
        guard text.utf8.last == UInt8(ascii: "\n") else { throw NoteFault(line: nil, .unfinishedLine) }
        self.text = text
        signatures = [try signer.signature(of: Array(text.utf8))]
    }

    /// Reads a note.
    ///
    /// - Throws: `NoteFault` with the line and what is wrong with it.
    public init(parsing bytes: [UInt8]) throws(NoteFault) {
        try Self.expectText(bytes)
        // The text may have empty lines of its own: the last one divides.
        let newline = UInt8(ascii: "\n")
        guard let end = bytes.indices.dropLast().last(where: { bytes[$0] == newline && bytes[$0 + 1] == newline }), end + 2 < bytes.count
        else { throw NoteFault(line: nil, .noSignatures) }
        text = String(decoding: bytes[...end], as: UTF8.self)
        let lines = bytes[(end + 2)...].dropLast().split(separator: newline, omittingEmptySubsequences: false)
        guard lines.count <= Self.mostSignatures else { throw NoteFault(line: nil, .tooManySignatures) }
        let first = bytes[...end].count { $0 == newline } + 2
        signatures = []
        for (index, line) in lines.enumerated() { signatures.append(try NoteSignature(line: line, number: first + index)) }
    }

    /// The note as it is written.
    public var description: String { text + "\n" + signatures.map(\.line).joined() }

    /// Checks the signatures: those of other keys are ignored, those of the given ones must hold, and there must be at least one.
    ///
    /// - Returns: the keys that signed, in the order of their signatures.
    /// - Throws: `NoteFault` when a signature of a given key does not hold, or there is none.
    @discardableResult
    public func verified(by verifiers: [NoteVerifier]) throws(NoteFault) -> [NoteVerifier] {
        var signers: [NoteVerifier] = []
        let bytes = Array(text.utf8)
        let first = bytes.count { $0 == UInt8(ascii: "\n") } + 2
        for (index, signature) in signatures.enumerated() {
            guard let verifier = verifiers.first(where: { $0.key == signature.key }), !signers.contains(verifier) else { continue }
            guard verifier.isValid(signature.bytes, of: bytes) else {
                throw NoteFault(line: first + index, .wrongSignature(key: "\(signature.key.name)+\(signature.key.hash)"))
            }
            signers.append(verifier)
        }
        guard !signers.isEmpty else { throw NoteFault(line: nil, .unsigned) }
        return signers
    }

    /// Refuses what no note can be: bytes that are not UTF-8, control characters, a last line that does not end.
    static func expectText(_ bytes: [UInt8]) throws(NoteFault) {
        guard bytes.count <= mostBytes else { throw NoteFault(line: nil, .tooLarge) }
        let newline = UInt8(ascii: "\n")
        func line(of index: Int) -> Int { bytes[..<index].count { $0 == newline } + 1 }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw NoteFault(line: nil, .notUTF8) }
        if let index = bytes.firstIndex(where: { $0 < 32 && $0 != newline }) {
            throw NoteFault(line: line(of: index), .controlCharacter)
        }
        guard bytes.last == newline else { throw NoteFault(line: line(of: bytes.count), .unfinishedLine) }
    }
}

extension SignedNote: CustomStringConvertible {}
