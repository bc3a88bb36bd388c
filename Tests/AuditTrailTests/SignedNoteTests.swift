import AuditTrail
import Testing

@Suite("Signed notes")
struct SignedNoteTests {
    private let peter = Result { try NoteVerifier(parsing: NoteVectors.peterKey) }
    private let enoch = Result { try NoteVerifier(parsing: NoteVectors.enochKey) }
    private static let text = NoteVectors.text

    private func note(_ lines: String) throws -> SignedNote {
        try SignedNote(parsing: Array((Self.text + "\n" + lines).utf8))
    }

    @Test("Signing with the published key gives the published note, byte for byte (Ed25519 is deterministic, RFC 8032)")
    func signing() throws {
        let note = try SignedNote(Self.text, signedBy: try NoteSigner(parsing: NoteVectors.peterSecret))
        #expect(note.description == Self.text + "\n" + NoteVectors.peterLine)
        #expect(throws: NoteFault.self) { try SignedNote("abc", signedBy: try NoteSigner(parsing: NoteVectors.peterSecret)) }
    }

    @Test("Signatures of other keys are ignored, one by a given key is needed")
    func verifying() throws {
        let both = try note(NoteVectors.peterLine + NoteVectors.enochLine)
        #expect(both.text == Self.text)
        #expect(both.signatures.map(\.name) == ["PeterNeumann", "EnochRoot"])
        let (peter, enoch) = (try peter.get(), try enoch.get())
        #expect(try both.verified(by: [peter]) == [peter])
        #expect(try both.verified(by: [enoch, peter]) == [peter, enoch])
        let fault = #expect(throws: NoteFault.self) { try both.verified(by: []) }
        #expect(fault?.reason == .unsigned)
        let twice = try note(NoteVectors.peterLine + NoteVectors.peterLine)
        #expect(try twice.verified(by: [peter]) == [peter])
        #expect(throws: NoteFault.self) { try note(NoteVectors.enochLine).verified(by: [peter]) }
    }

    @Test("A signature of a known key that does not hold makes the whole note worthless")
    func forged() throws {
        let (peter, enoch) = (try peter.get(), try enoch.get())
        let altered = NoteVectors.peterLine.replacing("SffcvI", with: "SffcvJ")
        for lines in [altered, altered + NoteVectors.enochLine, NoteVectors.enochLine + altered] {
            let fault = #expect(throws: NoteFault.self) { try note(lines).verified(by: [peter, enoch]) }
            #expect(fault?.reason == .wrongSignature(key: "PeterNeumann+c74f20a3"))
        }
        // Unknown keys may have signed anything.
        #expect(try note(altered + NoteVectors.enochLine).verified(by: [enoch]) == [enoch])
        let other = try SignedNote(parsing: Array((Self.text.replacing("answer", with: "Answer") + "\n" + NoteVectors.peterLine).utf8))
        #expect(throws: NoteFault.self) { try other.verified(by: [peter]) }
    }

    @Test(
        "What is no note is refused with its line and what is wrong with it (the bad messages of note_test.go and more)",
        arguments: [
            (text, nil, .noSignatures), (text + "\n", nil, .noSignatures),
            (text + "\n" + NoteVectors.peterLine.dropLast(), 4, .unfinishedLine),
            ("\u{1}" + text + "\n" + NoteVectors.peterLine, 1, .controlCharacter),
            (text.replacing("\n", with: "\r\n") + "\n" + NoteVectors.peterLine, 1, .controlCharacter),
            (text + "\n" + "— Bad Name x08go/ZJkuBS\n", 4, .notASignature), (text + "\n" + "— Bad+Name x08go/ZJkuBS\n", 4, .badName),
            (text + "\n" + NoteVectors.peterLine + "Unexpected line.\n", 5, .notASignature),
            (text + "\n- PeterNeumann x08go/ZJkuBS\n", 4, .notASignature), (text + "\n— PeterNeumann x08go_ZJkuBS\n", 4, .notBase64),
            (text + "\n— PeterNeumann x08go/ZJkuB\n", 4, .notBase64), (text + "\n— PeterNeumann x08goA==\n", 4, .shortSignature),
            (text + "\n— PeterNeumann \n", 4, .shortSignature), ("", 1, .unfinishedLine), ("\n", nil, .noSignatures),
            ("\n\n", nil, .noSignatures), (text + "\n" + NoteVectors.peterLine + "\n", nil, .noSignatures),
            (text + "\n" + String(repeating: NoteVectors.peterLine, count: 101), nil, .tooManySignatures),
            (String(repeating: "a", count: SignedNote.mostBytes) + "\n", nil, .tooLarge),
        ] as [(String, Int?, NoteFault.Reason)]
    )
    func malformed(message: String, line: Int?, reason: NoteFault.Reason) {
        let fault = #expect(throws: NoteFault.self) { try SignedNote(parsing: Array(message.utf8)) }
        #expect(fault == NoteFault(line: line, reason))
    }

    @Test("Bytes that are no UTF-8 are no note")
    func notUTF8() {
        let fault = #expect(throws: NoteFault.self) {
            try SignedNote(parsing: [0xFF] + Array((Self.text + "\n" + NoteVectors.peterLine).utf8))
        }
        #expect(fault?.reason == .notUTF8)
    }

    @Test("The example of C2SP signed-note, whose text has an empty line of its own, comes back as it is")
    func emptyLineInText() throws {
        let message = """
            Ognuno sta solo sul cuor della terra
            trafitto da un raggio di sole:

            ed è subito sera.

            — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=

            """
        let note = try SignedNote(parsing: Array(message.utf8))
        #expect(note.text.hasSuffix("sole:\n\ned è subito sera.\n"))
        #expect(note.signatures.map(\.name) == ["quasimodo.example/salvatore"])
        #expect(note.description == message)
    }

    @Test("No byte of a note can be changed without its being noticed")
    func everyByte() throws {
        let bytes = Array((Self.text + "\n" + NoteVectors.peterLine).utf8)
        let peter = try peter.get()
        for index in bytes.indices {
            for bit in [0, 3, 7] {
                var other = bytes
                other[index] ^= 1 << bit
                let verified = try? SignedNote(parsing: other).verified(by: [peter])
                #expect(verified == nil, "byte \(index), bit \(bit)")
            }
        }
    }
}
