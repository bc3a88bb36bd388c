import AuditTrail
import Testing

@Suite("Keys of signed notes")
struct NoteKeyTests {
    @Test("The published keys are read and written as they are", arguments: [NoteVectors.peterKey, NoteVectors.enochKey])
    func published(key: String) throws {
        #expect(try NoteVerifier(parsing: key).description == key)
    }

    @Test("The published private key belongs to the public one")
    func secret() throws {
        let signer = try NoteSigner(parsing: NoteVectors.peterSecret)
        #expect(signer.secretText == NoteVectors.peterSecret)
        #expect(signer.verifier.description == NoteVectors.peterKey)
        #expect(signer.name == "PeterNeumann")
    }

    @Test("No part of a key is a key, nor a key with one byte changed", arguments: [NoteVectors.peterKey, NoteVectors.peterSecret])
    func mangled(key: String) {
        let bytes = Array(key.utf8)
        func isKey(_ bytes: some Collection<UInt8>) -> Bool {
            let text = String(decoding: bytes, as: UTF8.self)
            return (try? NoteVerifier(parsing: text)) != nil || (try? NoteSigner(parsing: text)) != nil
        }
        for start in bytes.indices {
            for end in start...bytes.count where (start, end) != (0, bytes.count) { #expect(!isKey(bytes[start..<end])) }
        }
        for index in bytes.indices {
            var other = bytes
            other[index] += 1
            #expect(!isKey(other))
        }
    }

    @Test(
        "What is wrong with a key is told",
        arguments: [
            // Both from note_test.go: a key of the wrong length and one of an unknown algorithm, their hashes adjusted.
            ("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", NoteFault.Reason.notAKey),
            ("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .unknownAlgorithm),
            ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .keyAltered),
            ("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .keyAltered),
            (NoteVectors.peterSecret, .otherKindOfKey), ("", .notAKey), ("a b+c74f20a3+AQ==", .notAKey), ("PRIVATE+KEY+", .otherKindOfKey),
        ]
    )
    func faults(key: String, reason: NoteFault.Reason) {
        let fault = #expect(throws: NoteFault.self) { try NoteVerifier(parsing: key) }
        #expect(fault?.reason == reason)
    }

    @Test("A new key comes back from its text, and no two are the same")
    func generated() throws {
        let one = try NoteSigner.generate(name: "sở.example/nhiemvu")
        let other = try NoteSigner.generate(name: "sở.example/nhiemvu")
        #expect(try NoteSigner(parsing: one.secretText).verifier == one.verifier)
        #expect(one.verifier != other.verifier)
    }

    @Test("No key is called so", arguments: ["", "a b", "a+b", "a\u{A0}b", "a\nb", "a\tb", "a\u{2003}b"])
    func names(name: String) {
        let fault = #expect(throws: NoteFault.self) { try NoteSigner.generate(name: name) }
        #expect(fault?.reason == .badName)
    }
}
