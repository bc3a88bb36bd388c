import Documents
import Foundation
import LifecycleModel

/// `make forms`: compiles the sources of the forms to the DOCX templates, `forms FOLDER`, or says which ones differ, `forms FOLDER --check`.
@main
struct Forms {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let folder = arguments.first else {
            FileHandle.standardError.write(Data("forms FOLDER [--check]\n".utf8))
            exit(64)
        }
        do {
            var differing: [String] = []
            let sources = try FormSources(folder: folder)
            for code in sources.codes {
                let bytes = try sources.template(code)
                let target = "\(folder)/\(code).docx"
                guard FileManager.default.contents(atPath: target) != Data(bytes) else { continue }
                differing.append(code)
                if !arguments.contains("--check") { try Data(bytes).write(to: URL(filePath: target)) }
            }
            print(differing.isEmpty ? "\(sources.codes.count) mẫu không đổi / forms unchanged" : differing.joined(separator: "\n"))
            if arguments.contains("--check"), !differing.isEmpty { exit(2) }
        } catch let fault as DocumentFault {
            FileHandle.standardError.write(Data("\(fault.phrase.vi) / \(fault.phrase[.en])\n".utf8))
            exit(65)
        }
    }
}

/// The sources of the forms in a folder of templates.
struct FormSources {
    let folder: String
    let codes: [String]
    private let shared: [String: String]

    init(folder: String) throws {
        self.folder = folder
        codes = try Self.names(in: "\(folder)/source")
        var shared: [String: String] = [:]
        for name in try Self.names(in: "\(folder)/source/shared") {
            shared[name] = try String(contentsOfFile: "\(folder)/source/shared/\(name).txt", encoding: .utf8)
        }
        self.shared = shared
    }

    func template(_ code: String) throws -> [UInt8] {
        let text = try String(contentsOfFile: "\(folder)/source/\(code).txt", encoding: .utf8)
        return try FormSource(text, file: "source/\(code).txt", shared: shared).template.archived()
    }

    private static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }
}
