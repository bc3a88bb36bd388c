import Foundation
import LifecycleModel

/// Puts every message as an `.eml` file into a folder, for another system to take from there.
public struct FolderCarrier: MailCarrier {
    /// The folder.
    public let folder: String

    /// A folder, made when the first message comes.
    public init(folder: String) {
        self.folder = folder
    }

    /// Writes the file, named after the key of the message; one that is there already is the same message, and stays as it is.
    ///
    /// Readers never see half a file: it is written under a name that begins with a dot, is on the disk, and only then gets its own. Whoever
    /// takes files out of the folder knows a message that comes again by its `Message-ID`.
    public func deliver(_ message: MailMessage) -> MailOutcome {
        let name = EscapedKey(fileName: message.key).text
        let (path, draft) = ("\(folder)/\(name).eml", "\(folder)/.\(name).part")
        do {
            // Only the folder itself is made: a path that was mistyped should not swallow letters.
            if !FileManager.default.fileExists(atPath: folder) {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            }
            guard !FileManager.default.fileExists(atPath: path) else { return .delivered }
            try DraftFile.write(message.bytes, to: draft)
            try DraftFile.rename(draft, to: path, in: folder)
            return .delivered
        } catch {
            let cause = (error as? DraftFile.Failure)?.description
            return .postponed(
                MailTrouble(
                    .folder,
                    Phrase(
                        vi: "Không ghi được thư vào thư mục «\(folder)»" + (cause.map { ": \($0)" } ?? ""),
                        en: "No message can be written into the folder \"\(folder)\"" + (cause.map { ": \($0)" } ?? "")
                    )
                )
            )
        }
    }
}
