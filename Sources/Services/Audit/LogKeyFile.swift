public import AuditTrail
import Foundation
import LifecycleModel

/// The file with the private key that checkpoints are signed with: one line, readable by its owner only.
public struct LogKeyFile: Sendable {
    private let path: String

    /// The file at a path.
    public init(_ path: String) {
        self.path = path
    }

    /// Reads the key.
    ///
    /// - Throws: `UseCaseFault` when it is not there, others may read it, or it is no key.
    public func signer() throws -> NoteSigner {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: 4096)
        else {
            throw UseCaseFault(
                .unavailable,
                "key-missing",
                Phrase(vi: "Không đọc được tệp khóa «\(path)»", en: "The key file \"\(path)\" cannot be read"),
                hint: Phrase(
                    vi: "Tạo khóa bằng «nhiemvu audit new-key», hoặc kiểm tra --key hay NHIEMVU_LOG_KEY",
                    en: "Make a key with \"nhiemvu audit new-key\", or check --key or NHIEMVU_LOG_KEY"
                )
            )
        }
        if let mode = attributes[.posixPermissions] as? Int, mode & 0o077 != 0 {
            throw UseCaseFault(
                .unavailable,
                "key-open",
                Phrase(
                    vi: "Người khác đọc được tệp khóa «\(path)» (quyền \(String(mode, radix: 8)))",
                    en: "Others may read the key file \"\(path)\" (mode \(String(mode, radix: 8)))"
                ),
                hint: Phrase(
                    vi: "Đặt lại quyền bằng «chmod 600»; nếu có thể đã lộ thì tạo khóa mới",
                    en: "Set it with \"chmod 600\"; make a new key if somebody may have read it"
                )
            )
        }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        do throws(NoteFault) { return try NoteSigner(parsing: text) } catch { throw UseCaseFault(error, in: path) }
    }

    /// Makes a new key and keeps it.
    ///
    /// - Parameters:
    ///   - dryRun: only check that it could be made.
    /// - Throws: `UseCaseFault` when no key may be called so, or the file is there already or cannot be written.
    public func make(name: String, dryRun: Bool = false) throws -> NoteSigner {
        let signer: NoteSigner
        do throws(NoteFault) { signer = try NoteSigner.generate(name: name) } catch { throw UseCaseFault(error, in: name) }
        guard !FileManager.default.fileExists(atPath: path) else { throw notMade(exists: true) }
        guard !dryRun else { return signer }
        do {
            try DurableFile.write(Data((signer.secretText + "\n").utf8), to: path, isNew: true)
        } catch let error as CocoaError {
            throw notMade(exists: error.code == .fileWriteFileExists)
        }
        return signer
    }

    private func notMade(exists: Bool) -> UseCaseFault {
        guard exists else {
            return UseCaseFault(
                .unavailable,
                "output-not-written",
                Phrase(vi: "Không ghi được «\(path)»", en: "\"\(path)\" cannot be written"),
                hint: Phrase(vi: "Kiểm tra thư mục và quyền ghi", en: "Check the folder and the right to write there")
            )
        }
        return UseCaseFault(
            .unavailable,
            "key-exists",
            Phrase(vi: "Đã có tệp «\(path)»", en: "There is already a file \"\(path)\""),
            hint: Phrase(vi: "Chọn tên khác; khóa cũ không bao giờ bị ghi đè", en: "Choose another name; a key is never overwritten")
        )
    }
}
