import ExpressionExchange
import Expressions
import Foundation
import Testing

/// The published conformance cases, asked the way another program asks them: as one batch of the built program.
@Suite struct PublishedBatchTests {
    @Test(
        "published cases through `rules eval --batch`",
        .enabled(if: Place.cases != nil && Place.program != nil, "SKIPPED: \(Place.missing)")
    )
    func throughTheProgram() throws {
        let program = try #require(Place.program)
        let cases = try PublishedCase.all(in: try #require(Place.cases))
        try #require(cases.count > 100)
        let input = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
        try Data(ExchangeJSON.array(cases.map(\.request)).line.utf8).write(to: input)
        defer { try? FileManager.default.removeItem(at: input) }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = program
        process.arguments = ["rules", "eval", "--batch"]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let answers = try #require(try ExchangeJSON(parsing: Array(output)).elements)
        try #require(answers.count == cases.count)
        for (published, answer) in zip(cases, answers) { try published.judge(answer) }
    }

    @Test("published cases through the batch itself", .enabled(if: Place.cases != nil, "SKIPPED: \(Place.missing)"))
    func throughTheModule() throws {
        let cases = try PublishedCase.all(in: try #require(Place.cases))
        let answers = try #require(try EvaluationBatch.answer(.array(cases.map(\.request))).elements)
        try #require(answers.count == cases.count)
        for (published, answer) in zip(cases, answers) { try published.judge(answer) }
    }
}

/// One case as a request and what must come of it.
struct PublishedCase {
    private let id: String
    private let json: ExchangeJSON

    /// Its expected bytes hold a backslash that the expression does not have; Google's C++ implementation answers as we do.
    private static let faulty: Set = ["parse.json/triple_double_quoted_unescaped_punctuation"]

    static func all(in folder: URL) throws -> [PublishedCase] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted()
        return try names.flatMap { name in
            let file = try ExchangeJSON(parsing: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
            return (file["tests"]?.elements ?? []).map { PublishedCase(id: "\(name)/\($0["name"]?.text ?? "")", json: $0) }
        }
    }

    var request: ExchangeJSON {
        .object([
            ExchangeJSON.Member("expr", json["expr"] ?? .null), ExchangeJSON.Member("facts", json["bindings"] ?? [:]),
            ExchangeJSON.Member("types", json["type_env"] ?? []), ExchangeJSON.Member("container", json["container"] ?? ""),
            ExchangeJSON.Member("check", .bool(json["disable_check"] != .bool(true))),
            ExchangeJSON.Member("check_only", json["check_only"] ?? .bool(false)),
        ])
    }

    func judge(_ answer: ExchangeJSON) throws {
        if let type = json["typed_result"]?["deduced_type"] {
            #expect(try answer["type"].map { try ValueType(exchange: $0) } == ValueType(exchange: type), "\(id): \(answer.line)")
        }
        if json["check_only"] == .bool(true) { return }
        if json["eval_error"] != nil {
            #expect(answer["error"] != nil && answer["value"] == nil, "\(id): \(answer.line)")
            return
        }
        guard !Self.faulty.contains(id) else { return }
        let expected = json["value"] ?? json["typed_result"]?["result"] ?? ["bool_value": .bool(true)]
        #expect(try answer["value"].map { try Value(exchange: $0) } == Value(exchange: expected), "\(id): \(answer.line)")
    }
}

/// Where the cases and the built program lie.
enum Place {
    static let missing =
        "the published cases (shared/conformance/cel beside the package, or NHIEMVU_SHARED) or the built program are not there"

    static let cases: URL? = {
        let beside = package.deletingLastPathComponent().appendingPathComponent("shared")
        let shared = ProcessInfo.processInfo.environment["NHIEMVU_SHARED"].map { URL(fileURLWithPath: $0) } ?? beside
        let folder = shared.appendingPathComponent("conformance/cel")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// The program beside the test bundle, where the build puts both.
    static let program: URL? = {
        let folders = [Bundle.main.bundleURL, package.appendingPathComponent(".build/debug")]
        return folders.map { $0.appendingPathComponent("nhiemvu") }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    private static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
