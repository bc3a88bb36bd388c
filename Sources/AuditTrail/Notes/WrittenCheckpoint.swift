/// A checkpoint as it lies in a file: signed, or, where nobody had a key, the bare text.
public struct WrittenCheckpoint: Sendable, Hashable {
    /// What it says.
    public let checkpoint: Checkpoint
    /// The note around it; nil when nobody signed it.
    public let note: SignedNote?

    /// Wraps a checkpoint that nobody signed.
    public init(unsigned checkpoint: Checkpoint) {
        self.checkpoint = checkpoint
        note = nil
    }

    /// Signs a checkpoint.
    public init(_ checkpoint: Checkpoint, signedBy signer: NoteSigner) throws(NoteFault) {
        self.checkpoint = checkpoint
        note = try SignedNote(checkpoint.text, signedBy: signer)
    }

    /// Reads a file: with an empty line it is a signed note, without one the bare text.
    ///
    /// - Throws: `NoteFault` with the line and what is wrong with it.
    public init(parsing bytes: [UInt8]) throws(NoteFault) {
        let newline = UInt8(ascii: "\n")
        guard zip(bytes, bytes.dropFirst()).contains(where: { $0 == newline && $1 == newline }) else {
            try SignedNote.expectText(bytes)
            checkpoint = try Checkpoint(parsing: String(decoding: bytes, as: UTF8.self))
            note = nil
            return
        }
        let note = try SignedNote(parsing: bytes)
        checkpoint = try Checkpoint(parsing: note.text)
        self.note = note
    }

    /// The file.
    public var text: String { note?.description ?? checkpoint.text }

    /// Checks the signatures as `SignedNote.verified(by:)`.
    ///
    /// - Throws: `NoteFault` when none of the keys signed it, or a signature of theirs does not hold.
    public func verify(by verifiers: [NoteVerifier]) throws(NoteFault) {
        guard let note else { throw NoteFault(line: nil, .unsigned) }
        try note.verified(by: verifiers)
    }
}
