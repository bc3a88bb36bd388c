import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Every target on its seeds, among them every input that once broke something, and on a few made inputs.
@Suite struct CorpusTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fuzzing/Corpora").path

    @Test(arguments: FuzzTarget.all)
    func seeds(_ target: FuzzTarget) throws {
        let corpus = try Corpus(of: target, in: Self.folder)
        #expect(corpus.seeds.count >= 3, "\(target.name) has few seeds")
        for seed in corpus.seeds {
            #expect(seed.count <= target.longest, "a seed of \(target.name) is longer than its inputs")
            #expect(throws: Never.self) { try target.examine(seed) }
        }
    }

    @Test(arguments: FuzzTarget.all)
    func madeInputs(_ target: FuzzTarget) throws {
        var maker = InputMaker(target, try Corpus(of: target, in: Self.folder), random: SeededRandom(seed: 7))
        for _ in 0..<50 {
            let input = maker.next()
            #expect(input.count <= target.longest)
            #expect(throws: Never.self) { try target.examine(input) }
        }
    }

    @Test func sameSeedSameInputs() throws {
        let corpus = try Corpus(of: .all[0], in: Self.folder)
        var one = InputMaker(.all[0], corpus, random: SeededRandom(seed: 1))
        var other = InputMaker(.all[0], corpus, random: SeededRandom(seed: 1))
        for _ in 0..<20 { #expect(one.next() == other.next()) }
    }

    @Test func words() throws {
        let folder = try TemporaryFolder()
        let seeds = URL(filePath: folder.path).appending(path: "json")
        try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: seeds.appending(path: "empty"))
        let text = "# a remark\nname=\"a\\x00\\\"b\"\n\"c\"\n\n"
        try Data(text.utf8).write(to: URL(filePath: folder.path).appending(path: "json.dict"))
        let corpus = try Corpus(of: .all[0], in: folder.path)
        #expect(corpus.words == [[0x61, 0, 0x22, 0x62], [0x63]])
        #expect(corpus.seeds == [Array("{}".utf8)])
    }
}
