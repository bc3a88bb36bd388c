import CanonicalJSON
import Foundation
import LifecycleModel
import Services
import Terminal

/// A file that is written under another name and appears whole.
struct OutputFile {
    private let path: String
    private let temporary: String
    private let handle: FileHandle

    init(_ path: String) throws {
        self.path = path
        temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        guard FileManager.default.createFile(atPath: temporary, contents: nil), let handle = FileHandle(forWritingAtPath: temporary) else {
            throw UseCaseFault(
                .unavailable,
                "output-not-written",
                Phrase(vi: "Không ghi được «\(path)»", en: "\"\(path)\" cannot be written"),
                hint: Phrase(vi: "Kiểm tra thư mục và quyền ghi", en: "Check the folder and the right to write there")
            )
        }
        self.handle = handle
    }

    /// Writes to the file, or to standard output where there is none.
    static func put(_ bytes: [UInt8], to file: OutputFile?) throws {
        try (file?.handle ?? FileHandle.standardOutput).write(contentsOf: Data(bytes))
    }

    /// Writes to the file of that name, or to standard output where none is given; the answer says where it is.
    static func write(to path: String?, _ content: (OutputFile?) throws -> Void) throws -> Answer {
        let file = try path.map { try OutputFile($0) }
        try content(file)
        try file?.finish()
        return Answer(path.map(written))
    }

    /// Writes a text to the file of that name, or to standard output where none is given; the answer says where it is.
    static func write(_ text: String, to path: String?) throws -> Answer {
        try write(to: path) { try put(Array(text.utf8), to: $0) }
    }

    private static func written(_ path: String) -> Report {
        Report(
            json: ["output": .string(path)],
            blocks: [Paragraph(StyledText(say("Đã xuất: ", "Exported: "), .good) + StyledText(path, .accent))]
        )
    }

    /// Gives the file its name.
    func finish() throws {
        try handle.synchronize()
        try handle.close()
        guard rename(temporary, path) == 0 else {
            throw UseCaseFault(
                .unavailable,
                "output-not-written",
                Phrase(vi: "Không ghi được «\(path)»", en: "\"\(path)\" cannot be written")
            )
        }
    }
}
