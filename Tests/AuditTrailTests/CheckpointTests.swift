import AuditTrail
import Testing

@Suite("Checkpoints")
struct CheckpointTests {
    /// The example of C2SP tlog-checkpoint.
    private static let example = """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

        """
    private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test("The published example is read, and comes back as it is")
    func published() throws {
        let written = try WrittenCheckpoint(parsing: Array(Self.example.utf8))
        #expect(written.checkpoint.origin == "example.com/behind-the-sofa")
        #expect(written.checkpoint.size == 20_852_163)
        #expect(written.checkpoint.root.description == "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")
        #expect(written.note?.signatures.map(\.name) == ["example.com/behind-the-sofa"])
        #expect(written.text == Self.example)
    }

    @Test("A signed checkpoint comes back from its text and holds for its key alone; without a key it is the bare text")
    func signed() throws {
        let signer = try NoteSigner.generate(name: "sở.example/nhiemvu")
        let checkpoint = try Checkpoint(origin: signer.name, size: 0, root: .empty)
        let read = try WrittenCheckpoint(parsing: Array(try WrittenCheckpoint(checkpoint, signedBy: signer).text.utf8))
        #expect(read.checkpoint == checkpoint)
        try read.verify(by: [signer.verifier])
        #expect(throws: NoteFault.self) { try read.verify(by: [try NoteSigner.generate(name: signer.name).verifier]) }
        let bare = try WrittenCheckpoint(parsing: Array(WrittenCheckpoint(unsigned: checkpoint).text.utf8))
        #expect(bare.checkpoint == checkpoint && bare.note == nil)
        let fault = #expect(throws: NoteFault.self) { try bare.verify(by: [signer.verifier]) }
        #expect(fault?.reason == .unsigned)
    }

    @Test("Further lines are kept as they are")
    func extensions() throws {
        let checkpoint = try Checkpoint(parsing: "a\n1\n\(Self.root)\nmore\nand more\n")
        #expect(checkpoint.extensions == ["more", "and more"])
        #expect(checkpoint.text == "a\n1\n\(Self.root)\nmore\nand more\n")
    }

    @Test(
        "What is no checkpoint is refused with its line",
        arguments: [
            ("a\n1\n", 3, .tooFewLines), ("a\n", 2, .tooFewLines), ("", 1, .unfinishedLine), ("\n1\n\(root)\n", 1, .emptyLine),
            ("a\n01\n\(root)\n", 2, .badSize), ("a\n-1\n\(root)\n", 2, .badSize), ("a\n+1\n\(root)\n", 2, .badSize),
            ("a\n1 \n\(root)\n", 2, .badSize), ("a\n\n\(root)\n", 2, .emptyLine), ("a\n٣\n\(root)\n", 2, .badSize),
            ("a\n9223372036854775808\n\(root)\n", 2, .badSize), ("a\n1\nCsUYapGGPo4=\n", 3, .badRoot),
            ("a\n1\n\(root.dropLast())\n", 3, .badRoot), ("a\n1\n0ac5186a\n", 3, .badRoot), ("a\n1\n\(root)\n\nx\n", 4, .emptyLine),
            ("a\n1\n\(root)", 3, .unfinishedLine),
        ] as [(String, Int, NoteFault.Reason)]
    )
    func malformed(text: String, line: Int, reason: NoteFault.Reason) {
        let fault = #expect(throws: NoteFault.self) { try Checkpoint(parsing: text) }
        #expect(fault == NoteFault(line: line, reason))
    }

    @Test("An origin is one line, a size is not negative", arguments: [("", 1), ("a\nb", 1), ("a", -1)] as [(String, Int64)])
    func unwritable(origin: String, size: Int64) {
        #expect(throws: NoteFault.self) { try Checkpoint(origin: origin, size: size, root: .empty) }
    }
}
