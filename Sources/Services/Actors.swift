public import Engine
import CanonicalJSON
import LifecycleModel
public import Store

extension Actor {
    /// The person of that code with the roles the register gives; `system` is the program itself.
    ///
    /// - Throws: `UseCaseFault` when nobody of that code is registered.
    public init(_ id: String, in reader: any StoreReader) throws {
        if id == "system" {
            self.init(id: id, roles: ["system"])
            return
        }
        guard !id.isEmpty else {
            throw UseCaseFault(
                .usage,
                "actor-missing",
                Phrase(vi: "Chưa nói ai thực hiện", en: "Nobody was named as acting"),
                hint: Phrase(vi: "Thêm --actor MÃ_NGƯỜI hoặc đặt NHIEMVU_ACTOR", en: "Add --actor PERSON or set NHIEMVU_ACTOR")
            )
        }
        guard let json = try reader.registered(.person, code: id) else {
            throw UseCaseFault(
                .usage,
                "unknown-actor",
                Phrase(vi: "Không có người nào mang mã «\(id)»", en: "Nobody has the code \"\(id)\""),
                hint: Phrase(
                    vi: "Xem danh sách bằng «nhiemvu person list», thêm người bằng «nhiemvu person new»",
                    en: "See \"nhiemvu person list\"; add somebody with \"nhiemvu person new\""
                )
            )
        }
        if json["erased"] != nil { try Person(json: json).requireUnerased() }
        self.init(id: id, roles: Set(try json.strings(at: "roles")), organisation: try json.optionalString(at: "organisation"))
    }
}

/// Finds a task or says which codes come near.
public func requireTask(_ code: String, in reader: any StoreReader) throws -> TaskRow {
    if let row = try reader.task(code) { return row }
    throw try unknownTask(code, in: reader)
}

/// Finds what recording something about a task starts from, or says which codes come near.
func requireStoredTask(_ code: String, in reader: any StoreReader) throws -> StoredTask {
    if let stored = try reader.storedTask(code) { return stored }
    throw try unknownTask(code, in: reader)
}

private func unknownTask(_ code: String, in reader: any StoreReader) throws -> UseCaseFault {
    let near = try reader.similarTaskCodes(to: code, limit: 3)
    return UseCaseFault(
        .usage,
        "unknown-task",
        Phrase(vi: "Không có nhiệm vụ «\(code)»", en: "There is no task \"\(code)\""),
        hint: near.isEmpty
            ? Phrase(vi: "Xem danh sách bằng «nhiemvu task list»", en: "See \"nhiemvu task list\"")
            : Phrase(vi: "Có phải ý bạn là: \(near.joined(separator: ", "))?", en: "Did you mean: \(near.joined(separator: ", "))?")
    )
}
