import Services

extension FuzzTarget {
    /// Dossiers by their parts: checked to the end, and every fault names what it is about.
    static let dossier = FuzzTarget("dossier", longest: 1 << 16) { (bytes) throws(FuzzFinding) in
        guard let archive = PartsText.archive(of: bytes), let answer = try? VerifyDossier()(archive) else { return }
        // A line that is no event is told of, too.
        let lines = bytes.count { $0 == UInt8(ascii: "\n") }
        try expect(answer.faults.count <= 4 * (answer.parts + answer.events) + lines + 100, "more faults than there are things")
    }
}
