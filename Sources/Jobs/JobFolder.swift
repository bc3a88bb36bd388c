import Foundation
import LifecycleModel
import Services

/// A folder that a job writes whole files to.
enum JobFolder {
    /// Makes the folder where it is missing; for its owner only.
    static func make(_ path: String) throws {
        try attempt(path) {
            let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: owner)
        }
    }

    /// Writes a file that appears whole.
    static func write(_ bytes: [UInt8], to path: String) throws {
        try attempt(path) { try Data(bytes).write(to: URL(filePath: path), options: .atomic) }
    }

    private static func attempt(_ path: String, _ work: () throws -> Void) throws {
        do { try work() } catch let error as CocoaError {
            throw UseCaseFault(
                .unavailable,
                "file-not-written",
                Phrase(
                    vi: "Không ghi được «\(path)»: \(error.localizedDescription)",
                    en: "\"\(path)\" cannot be written: \(error.localizedDescription)"
                ),
                hint: Phrase(
                    vi: "Kiểm tra thư mục, quyền ghi và chỗ trống; lần chạy sau làm tiếp",
                    en: "Check the folder, the right to write and the space; the next run goes on"
                )
            )
        }
    }
}
