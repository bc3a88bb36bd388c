import AuditTrail
import Pages

/// What is proved, how to check it, and what it does not say.
extension DossierPage {
    var proof: Section {
        let checkpoint = written.checkpoint
        let signature = written.note == nil ? "Điểm chốt không có chữ ký." : "Điểm chốt có chữ ký trong checkpoint.txt."
        let steps = [
            "Đối chiếu gốc ở trên với gốc mà quý vị có từ nguồn khác: biên nhận, biên bản, điểm chốt đã công bố.",
            "Có chương trình: nhiemvu audit verify-dossier TỆP --verifier KHÓA (không cần kho dữ liệu).",
            "Không có chương trình: từng tệp trong proofs/ tự kiểm được bằng năm mươi dòng Python, theo docs/verify-a-proof.md.",
        ]
        let limits = [
            "Chứng minh rằng các sự kiện này đúng từng byte như trong nhật ký, không chứng minh rằng điều chúng kể là đúng.",
            "Không chứng minh rằng ngoài ra không còn sự kiện nào khác về nhiệm vụ này.",
            "Người ghi là mã mà phần mềm được khai, không phải danh tính đã xác thực.",
        ]
        func list(_ name: String, _ lines: [String]) -> HTML { .element(name, [:], lines.map { .element("li", [:], $0) }) }
        return Section(
            id: "proof",
            title: "Cách kiểm tra",
            body: [
                .element("p", [:], "\(checkpoint.origin), \(checkpoint.size) sự kiện, gốc \(checkpoint.root). \(signature)"),
                list("ol", steps), .element("h3", [:], "Chứng minh được gì"), list("ul", limits),
            ]
        )
    }
}
