import Foundation

/// Inputs to begin with, and words worth trying: what a target knows of its format.
public struct Corpus: Sendable {
    /// Whole inputs, in the order of their names.
    public let seeds: [[UInt8]]
    /// Pieces that mean something in the format.
    public let words: [[UInt8]]

    /// A corpus.
    public init(seeds: [[UInt8]], words: [[UInt8]] = []) {
        self.seeds = seeds
        self.words = words
    }

    /// Reads the files of `folder/NAME`, and the words of `folder/NAME.dict`, one a line in quotes as libFuzzer has them (`name="\x00word"`).
    ///
    /// - Throws: the system's error when the seeds cannot be read.
    public init(of target: FuzzTarget, in folder: String) throws {
        let seeds = "\(folder)/\(target.name)"
        self.init(
            seeds: try FileManager.default.contentsOfDirectory(atPath: seeds).sorted().filter { !$0.hasPrefix(".") }.map {
                Array(try Data(contentsOf: URL(filePath: "\(seeds)/\($0)")))
            },
            words: (try? String(contentsOfFile: "\(folder)/\(target.name).dict", encoding: .utf8)).map(Self.words) ?? []
        )
    }

    static func words(in dictionary: String) -> [[UInt8]] {
        dictionary.split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#"), let start = line.firstIndex(of: "\""), let end = line.lastIndex(of: "\""), start < end else {
                return nil
            }
            return unescaped(line[line.index(after: start)..<end].utf8)
        }
    }

    private static func unescaped(_ text: Substring.UTF8View) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            if next == UInt8(ascii: "x"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(next)
            }
        }
        return bytes
    }
}
