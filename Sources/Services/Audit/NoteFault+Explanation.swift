public import AuditTrail
public import LifecycleModel

extension NoteFault {
    /// What is wrong, for people, with the line where there is one.
    public var explanation: Phrase {
        guard let line else { return what }
        return Phrase(vi: "dòng \(line): \(what.vi)", en: "line \(line): \(what[.en])")
    }

    private var what: Phrase {
        switch reason {
        case .tooLarge: Phrase(vi: "tệp quá lớn", en: "the file is too large")
        case .notUTF8: Phrase(vi: "không phải UTF-8", en: "it is not UTF-8")
        case .controlCharacter: Phrase(vi: "có ký tự điều khiển", en: "it has a control character")
        case .unfinishedLine: Phrase(vi: "dòng cuối chưa kết thúc", en: "the last line does not end")
        case .noSignatures: Phrase(vi: "không có chữ ký sau dòng trống", en: "no signatures follow the empty line")
        case .tooManySignatures:
            Phrase(vi: "hơn \(SignedNote.mostSignatures) chữ ký", en: "there are more than \(SignedNote.mostSignatures) signatures")
        case .notASignature: Phrase(vi: "không phải dòng chữ ký «— TÊN BASE64»", en: "it is no signature line \"— NAME BASE64\"")
        case .badName:
            Phrase(
                vi: "tên khóa không được trống, không có dấu cách và dấu cộng",
                en: "the name of a key must not be empty and has no space and no plus"
            )
        case .notBase64: Phrase(vi: "chữ ký không phải Base64", en: "the signature is not Base64")
        case .shortSignature: Phrase(vi: "chữ ký quá ngắn", en: "the signature is too short")
        case .wrongSignature(let key):
            Phrase(vi: "chữ ký của khóa \(key) không khớp nội dung", en: "the signature of the key \(key) does not hold for the text")
        case .unsigned: Phrase(vi: "không có chữ ký của khóa đã cho", en: "the given key did not sign it")
        case .tooFewLines: Phrase(vi: "thiếu dòng: cần nguồn, số sự kiện, gốc", en: "a line is missing: origin, size and root are needed")
        case .emptyLine: Phrase(vi: "dòng trống", en: "the line is empty")
        case .badSize: Phrase(vi: "số sự kiện không phải số thập phân", en: "the size is not a decimal number")
        case .badRoot: Phrase(vi: "gốc không phải 32 byte dạng Base64", en: "the root is not 32 bytes in Base64")
        case .notAKey: Phrase(vi: "không phải khóa dạng «tên+mã+Base64»", en: "it is no key \"name+hash+Base64\"")
        case .otherKindOfKey:
            Phrase(vi: "lẫn khóa bí mật với khóa công khai", en: "a private key stands where a public one should, or the other way round")
        case .keyAltered:
            Phrase(vi: "mã trong khóa không khớp: khóa chép sai", en: "the hash in the key does not fit: it was copied wrongly")
        case .unknownAlgorithm: Phrase(vi: "khóa không phải Ed25519", en: "the key is not Ed25519")
        }
    }
}

extension UseCaseFault {
    /// A note, a checkpoint or a key that is none.
    public init(_ fault: NoteFault, in file: String) {
        let what = fault.explanation
        self.init(.badData, "malformed-note", Phrase(vi: "«\(file)»: \(what.vi)", en: "\"\(file)\": \(what[.en])"))
    }
}
