import Foundation
import LifecycleModel
import Services

/// A file that a command reads.
struct InputFile {
    private let path: String
    /// Largest file taken, in bytes.
    private static let largest = 64 * 1024 * 1024

    init(_ path: String) {
        self.path = path
    }

    /// The whole file.
    ///
    /// - Throws: `UseCaseFault` when it is not there, cannot be read or is too large.
    func bytes() throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: Self.largest + 1) ?? Data() else {
            throw UseCaseFault(
                .unavailable,
                "file-missing",
                Phrase(vi: "Không đọc được tệp «\(path)»", en: "The file \"\(path)\" cannot be read"),
                hint: Phrase(vi: "Kiểm tra đường dẫn và quyền đọc", en: "Check the path and the right to read it")
            )
        }
        guard data.count <= Self.largest else {
            throw UseCaseFault(.badData, "input-too-large", Phrase(vi: "Tệp «\(path)» quá lớn", en: "The file \"\(path)\" is too large"))
        }
        return Array(data)
    }
}
