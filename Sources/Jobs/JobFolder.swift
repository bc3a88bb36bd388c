import Foundation
import LifecycleModel
import Services

/// A folder that a job writes whole files to.
enum JobFolder {
    /// Makes the folder where it is missing; for its owner only.
    static func make(_ path: String) throws {
        try attempt(path) {
            try DurableFile.makeFolder(path)
        }
    }

    /// Writes a file that appears whole, and is on the disk when this returns: the job records that it made it.
    static func write(_ bytes: [UInt8], to path: String) throws {
        try attempt(path) { try DurableFile.replace(path, with: Data(bytes)) }
    }

    private static func attempt(_ path: String, _ work: () throws -> Void) throws {
        do { try work() } catch let error as CocoaError {
            throw UseCaseFault(
                .unavailable,
                "file-not-written",
                Phrase(
                    vi: "Không ghi được «\(path)»\(error.cause.vi)",
                    en: "\"\(path)\" cannot be written\(error.cause[.en])"
                ),
                hint: Phrase(
                    vi: "Kiểm tra thư mục, quyền ghi và chỗ trống; lần chạy sau làm tiếp",
                    en: "Check the folder, the right to write and the space; the next run goes on"
                )
            )
        }
    }
}

extension CocoaError {
    /// Why, where it is known: behind a colon.
    fileprivate var cause: Phrase {
        switch code {
        case .fileWriteOutOfSpace: Phrase(vi: ": đĩa đầy", en: ": the disk is full")
        case .fileWriteNoPermission: Phrase(vi: ": không có quyền ghi", en: ": no right to write there")
        case .fileWriteVolumeReadOnly: Phrase(vi: ": đĩa chỉ đọc", en: ": the disk is read-only")
        case .fileWriteFileExists: Phrase(vi: ": đã có một tệp mang tên đó", en: ": there is a file of that name")
        default: Phrase(vi: "")
        }
    }
}
