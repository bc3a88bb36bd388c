import Foundation
import LifecycleModel

/// A file that somebody named, read no further than it may be long.
enum BoundedFile {
    /// The bytes, one more than allowed of a file that is too long, so that whoever reads them can tell.
    ///
    /// - Throws: `UseCaseFault` when there is no such file or it cannot be read.
    static func bytes(of path: String, atMost most: Int) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: most + 1) ?? Data()
        else {
            throw UseCaseFault(
                .unavailable,
                "file-missing",
                Phrase(vi: "Không đọc được tệp «\(path)»", en: "The file \"\(path)\" cannot be read"),
                hint: Phrase(vi: "Kiểm tra đường dẫn và quyền đọc", en: "Check the path and the right to read it")
            )
        }
        return Array(data)
    }
}
