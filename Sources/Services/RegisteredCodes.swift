public import CanonicalJSON
public import LifecycleModel
public import Store

/// The register's entry with that code, or a fault that names codes which come near.
public func requireRegistered(_ kind: EventRecord.Subject.Kind, _ code: String, in reader: any StoreReader) throws -> JSONValue {
    if let value = try reader.registered(kind, code: code) { return value }
    let near = VietnameseText.nearest(to: code, among: try reader.registeredCodes(kind, limit: nil), limit: 3)
    let (noun, group): (Phrase, String) =
        switch kind {
        case .person: (Phrase(vi: "người", en: "person"), "person")
        case .organisation: (Phrase(vi: "tổ chức", en: "organisation"), "org")
        case .programme: (Phrase(vi: "chương trình", en: "programme"), "programme")
        default: (Phrase(vi: "mục", en: "entry"), "task")
        }
    throw UseCaseFault(
        .usage,
        "unknown-code",
        Phrase(vi: "Không có \(noun.vi) mã «\(code)»", en: "There is no \(noun[.en]) with the code \"\(code)\""),
        hint: near.isEmpty
            ? Phrase(vi: "Xem danh sách bằng «nhiemvu \(group) list»", en: "See \"nhiemvu \(group) list\"")
            : Phrase(vi: "Có phải ý bạn là: \(near.joined(separator: ", "))?", en: "Did you mean: \(near.joined(separator: ", "))?")
    )
}

/// The register's person with that code.
///
/// - Throws: `UseCaseFault` when there is none.
public func requirePerson(_ code: PersonCode, in reader: any StoreReader) throws -> Person {
    try Person(json: try requireRegistered(.person, code.text, in: reader))
}

extension Person {
    /// Refuses somebody whose personal data were erased: nobody knows any more who it is.
    func requireUnerased() throws {
        if let erasure { throw erasedFault(erasure) }
    }

    /// That nobody knows any more who it is.
    func erasedFault(_ erasure: Erasure) -> UseCaseFault {
        let event = erasure.event.map { Phrase(vi: " (sự kiện số \($0))", en: " (event \($0))") } ?? Phrase(vi: "", en: "")
        return UseCaseFault(
            .refused,
            "person-erased",
            Phrase(
                vi: "Dữ liệu cá nhân của \(code) đã xoá ngày \(erasure.day.vietnamese)\(event.vi)",
                en: "The personal data of \(code) were erased on \(erasure.day)\(event[.en])"
            ),
            hint: Phrase(
                vi: "Nếu người này lại tham gia, ghi với mã mới bằng «nhiemvu person new»",
                en: "If the person takes part again, enter them under a new code with \"nhiemvu person new\""
            )
        )
    }
}
