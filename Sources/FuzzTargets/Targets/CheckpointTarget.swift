import AuditTrail

extension FuzzTarget {
    /// Checkpoints, notes and keys: what is read is written byte for byte the same; nobody's signature is taken for that of a key.
    static let checkpoint = FuzzTarget("checkpoint", longest: 1 << 12, share: 12) { (bytes) throws(FuzzFinding) in
        if let written = try? WrittenCheckpoint(parsing: bytes) {
            try expect(written.checkpoint.size >= 0 && !written.checkpoint.origin.isEmpty, "a checkpoint of nothing")
            let again = try unrefused("what was written is not read") { try WrittenCheckpoint(parsing: Array(written.text.utf8)) }
            try expect(again == written, "it reads back as another checkpoint")
        }
        if let note = try? SignedNote(parsing: bytes) {
            try expect(Array(note.description.utf8).count <= bytes.count + 4096, "a note grows when it is written")
            let again = try unrefused("a note is not read again") { try SignedNote(parsing: Array(note.description.utf8)) }
            try expect(again == note, "it reads back as another note")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let key = try? NoteVerifier(parsing: text) {
            try expect((try? NoteVerifier(parsing: key.description)) == key, "a key reads back as another")
        }
        if let key = try? NoteSigner(parsing: text) {
            try expect(!key.verifier.description.contains("PRIVATE"), "a private key shows in its public one")
        }
    }
}
