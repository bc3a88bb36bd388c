import LifecycleModel
import OpenPackaging

extension DocumentFault {
    /// A fault of the file under a Word document, with what to do in Word.
    init(_ fault: PackageFault) {
        switch fault.code {
        case .notAnArchive:
            self.init(
                .notAPackage,
                at: fault.place,
                Phrase(vi: "không phải tệp DOCX nguyên vẹn", en: "not an intact DOCX file"),
                hint: Phrase(vi: "Mở bằng Word rồi lưu lại dạng .docx", en: "Open it in Word and save it as .docx")
            )
        case .encrypted, .unsafe:
            self.init(
                .unsafePackage,
                at: fault.place,
                fault.message,
                hint: Phrase(vi: "Chép nội dung sang một tệp .docx mới của Word", en: "Copy the content to a new .docx file of Word")
            )
        case .brokenXML:
            self.init(
                .brokenXML,
                at: fault.place,
                fault.message,
                hint: Phrase(vi: "Mở bằng Word rồi lưu lại", en: "Open it in Word and save it again")
            )
        case .notWritten:
            self.init(.notAPackage, at: fault.place, Phrase(vi: "không đóng gói được tệp DOCX", en: "the DOCX file cannot be packed"))
        }
    }
}
