import Foundation
import LifecycleModel

/// What a file is by its content, compared with what its name says.
enum AttachmentKind {
    private static let signatures: [(endings: [String], bytes: [UInt8])] = [
        (["pdf"], Array("%PDF-".utf8)), (["docx", "xlsx", "odt", "ods", "zip"], [0x50, 0x4B, 0x03, 0x04]), (["png"], [0x89, 0x50, 0x4E, 0x47]),
        (["jpg", "jpeg"], [0xFF, 0xD8, 0xFF]),
    ]
    private static let texts = ["txt", "csv", "json", "xml"]

    /// Why a file is not taken; nil when it is.
    static func complaint(name: String, data: Data) -> Phrase? {
        let ending = (name as NSString).pathExtension.lowercased()
        if let signature = signatures.first(where: { $0.endings.contains(ending) }) {
            guard data.starts(with: signature.bytes) else {
                return Phrase(vi: "không phải .\(ending) thật: nội dung không khớp", en: "is no real .\(ending): its content does not fit")
            }
            return nil
        }
        if texts.contains(ending) {
            guard String(validating: data, as: UTF8.self) != nil, !data.contains(0) else {
                return Phrase(vi: "không phải văn bản UTF-8", en: "is no UTF-8 text")
            }
            return nil
        }
        let known = (signatures.flatMap(\.endings) + texts).joined(separator: ", ")
        return Phrase(vi: "thuộc loại không nhận (.\(ending)); nhận: \(known)", en: "is of a kind not taken (.\(ending)); taken: \(known)")
    }
}
