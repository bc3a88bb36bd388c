import Foundation
import LifecycleModel

/// A file whose first line is a password; what it says stands in no message of ours.
struct PasswordFile {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Reads it anew, so that it can be changed at any time.
    func password() throws(MailTrouble) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw trouble(Phrase(vi: "không đọc được", en: "cannot be read"))
        }
        let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int ?? 0
        guard mode & 0o007 == 0 else {
            throw trouble(
                Phrase(vi: "ai trên máy cũng đọc được; sửa bằng: chmod 600", en: "can be read by everybody here; mend it: chmod 600")
            )
        }
        let line = data.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard (1...1000).contains(line.count), let password = String(validating: line, as: UTF8.self),
            !password.unicodeScalars.contains(where: HeaderText.isControl)
        else { throw trouble(Phrase(vi: "không có mật khẩu ở dòng đầu", en: "has no password on its first line")) }
        return password
    }

    private func trouble(_ what: Phrase) -> MailTrouble {
        MailTrouble(
            .password,
            Phrase(vi: "Tệp mật khẩu «\(path)» \(what.vi)", en: "The password file \"\(path)\" \(what.en)")
        )
    }
}
