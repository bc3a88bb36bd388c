import LifecycleModel
import OpenPackaging

/// What a template may not carry into an official paper: programs, links to elsewhere, foreign objects, large or unknown pictures.
struct PackageSafety {
    let package: WordPackage
    let limits: PackageLimits

    /// Checks everything but the text.
    func check() throws(DocumentFault) {
        for part in package.parts { try checkKind(part) }
        for part in package.parts where part.name.hasSuffix(".rels") { try checkLinks(part) }
        guard package.bytes(of: WordPackage.mainPart) != nil, package.bytes(of: "[Content_Types].xml") != nil else {
            throw DocumentFault(
                .notAPackage,
                Phrase(vi: "thiếu \(WordPackage.mainPart), không phải văn bản Word", en: "no \(WordPackage.mainPart): not a Word document"),
                hint: Phrase(vi: "Mở bằng Word rồi lưu lại dạng .docx", en: "Open it in Word and save it as .docx")
            )
        }
    }

    private func checkKind(_ part: WordPackage.Part) throws(DocumentFault) {
        let name = part.name.lowercased()
        let file = name.split(separator: "/").last.map(String.init) ?? name
        let isActive =
            file.hasPrefix("vbaproject") || file.hasPrefix("vbadata") || name.contains("/activex/") || name.contains("/embeddings/")
            || file.hasPrefix("afchunk") || file.hasSuffix(".bin") || file.hasSuffix(".exe") || file.hasSuffix(".js")
        if isActive || (name == "[content_types].xml" && declaresMacros(part)) {
            throw DocumentFault(
                .activeContent,
                at: part.name,
                Phrase(vi: "mẫu chứa macro hoặc đối tượng nhúng", en: "the template has macros or embedded objects"),
                hint: Phrase(
                    vi: "Xóa macro, đối tượng nhúng rồi lưu dạng .docx (không phải .docm)",
                    en: "Remove macros and embedded objects and save it as .docx (not .docm)"
                )
            )
        }
        if name.contains("/media/") { try checkImage(part, file) }
    }

    private func declaresMacros(_ part: WordPackage.Part) -> Bool {
        String(decoding: part.bytes, as: UTF8.self).lowercased().contains("macroenabled")
    }

    private func checkImage(_ part: WordPackage.Part, _ file: String) throws(DocumentFault) {
        guard [".png", ".jpg", ".jpeg", ".gif"].contains(where: file.hasSuffix) else {
            throw DocumentFault(
                .imageRefused,
                at: part.name,
                Phrase(vi: "chỉ nhận ảnh PNG, JPEG, GIF", en: "only PNG, JPEG and GIF pictures are taken"),
                hint: Phrase(vi: "Lưu ảnh dạng PNG rồi chèn lại", en: "Save the picture as PNG and insert it again")
            )
        }
        guard part.bytes.count <= limits.imageBytes else {
            throw DocumentFault(
                .imageRefused,
                at: part.name,
                Phrase(
                    vi: "ảnh \(part.bytes.count) byte, quá \(limits.imageBytes) byte",
                    en: "a picture of \(part.bytes.count) bytes, more than \(limits.imageBytes)"
                ),
                hint: Phrase(
                    vi: "Trong Word: Picture Format → Compress Pictures, rồi lưu lại",
                    en: "In Word: Picture Format → Compress Pictures, then save"
                )
            )
        }
    }

    private func checkLinks(_ part: WordPackage.Part) throws(DocumentFault) {
        let root = try package.xml(part.name, limits: limits)
        for link in root.elements where link["TargetMode"]?.lowercased() == "external" {
            throw DocumentFault(
                .externalLink,
                at: part.name,
                Phrase(
                    vi: "liên kết ra ngoài tệp «\(link["Target"] ?? "")»",
                    en: "a link out of the file \"\(link["Target"] ?? "")\""
                ),
                hint: Phrase(
                    vi: "Trong Word: bấm phải vào liên kết → Remove Hyperlink; mẫu gốc hay ảnh liên kết thì ngắt liên kết",
                    en: "In Word: right-click the link → Remove Hyperlink; break the link of an attached template or linked picture"
                )
            )
        }
    }
}
