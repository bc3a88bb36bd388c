import Foundation
import LifecycleModel
import Services

/// A folder of files that is written under another name and appears whole.
struct OutputFolder {
    private let path: String
    private let temporary: String

    /// Refuses a folder that holds something already.
    init(_ path: String) throws {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let files = FileManager.default
        if files.fileExists(atPath: path), try files.contentsOfDirectory(atPath: path).isEmpty == false {
            throw UseCaseFault(
                .usage,
                "folder-not-empty",
                Phrase(vi: "Thư mục «\(path)» đã có tệp", en: "The folder \"\(path)\" is not empty"),
                hint: Phrase(vi: "Chọn thư mục mới", en: "Choose a new folder")
            )
        }
        self.path = path
        temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        do { try files.createDirectory(atPath: temporary, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]) } catch
        { throw notWritten }
    }

    /// Puts a file into it.
    func add(_ bytes: [UInt8], named name: String) throws {
        _ = try OutputFile.write(to: "\(temporary)/\(name)") { try OutputFile.put(bytes, to: $0) }
    }

    /// Gives the folder its name.
    func finish() throws {
        // An empty folder of that name gives way.
        guard rename(temporary, path) == 0 else {
            abandon()
            throw notWritten
        }
    }

    /// Leaves nothing behind.
    func abandon() {
        try? FileManager.default.removeItem(atPath: temporary)
    }

    private var notWritten: UseCaseFault { Self.notWritten(path) }

    /// That a folder cannot be written.
    static func notWritten(_ path: String) -> UseCaseFault {
        UseCaseFault(
            .unavailable,
            "output-not-written",
            Phrase(vi: "Không ghi được thư mục «\(path)»", en: "The folder \"\(path)\" cannot be written"),
            hint: Phrase(
                vi: "Kiểm tra quyền ghi và chỗ trống, và không có tệp nào mang tên ấy",
                en: "Check the right to write there and the free space, and that no file has that name"
            )
        )
    }
}
