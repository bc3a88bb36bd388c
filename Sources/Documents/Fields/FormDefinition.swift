public import LifecycleModel

/// A form that documents are made by.
public struct FormDefinition: Sendable, Hashable {
    /// Who signs documents of a form.
    public enum Signer: String, Sendable, Hashable, CaseIterable {
        case province, department, council, member, team, host, proposer, both
        case countingBoard = "counting-board"

        /// For people.
        public var label: Phrase {
            switch self {
            case .province: Phrase(vi: "Chủ tịch UBND tỉnh", en: "Chair of the province")
            case .department: Phrase(vi: "Giám đốc Sở KH&CN", en: "Director of the department")
            case .council: Phrase(vi: "Chủ trì và thư ký hội đồng", en: "Chair and secretary of the council")
            case .member: Phrase(vi: "Thành viên hội đồng", en: "Member of the council")
            case .team: Phrase(vi: "Tổ trưởng, trưởng đoàn và thư ký", en: "Head of the team and secretary")
            case .host: Phrase(vi: "Tổ chức chủ trì", en: "Host organisation")
            case .proposer: Phrase(vi: "Người đề xuất", en: "Proposer")
            case .both: Phrase(vi: "Hai bên hợp đồng", en: "Both parties of the contract")
            case .countingBoard: Phrase(vi: "Ban kiểm phiếu", en: "Counting board")
            }
        }
    }

    /// Its code as the rules name it, or as printed on it; also the name of its template.
    public let code: String
    /// What it is.
    public let label: Phrase
    /// The article that asks for it.
    public let basis: String
    /// Who signs it.
    public let signer: Signer
    /// Where it belongs in the work of a council; nil when it does not.
    public let council: CouncilPaper?
}

extension FormDefinition {
    /// Reads `forms.csv`: form, label in Vietnamese and English, basis, who signs, and, where the file has that column, the council it
    /// belongs to.
    ///
    /// - Throws: `DocumentFault` with the line.
    public static func read(_ bytes: [UInt8], file: String) throws(DocumentFault) -> [FormDefinition] {
        let table = try DocumentTable(
            bytes,
            file: file,
            columns: ["form", "label_vi", "label_en", "basis", "signed_by"],
            further: ["council"]
        )
        var forms: [FormDefinition] = []
        for row in table.rows {
            let code = row["form"]
            guard let signer = Signer(rawValue: row["signed_by"]) else {
                let words = Signer.allCases.map(\.rawValue).joined(separator: ", ")
                throw row.fault(
                    Phrase(vi: "người ký «\(row["signed_by"])» không có", en: "there is no signer \"\(row["signed_by"])\""),
                    hint: Phrase(vi: "Các từ: \(words)", en: "Words: \(words)")
                )
            }
            guard !code.isEmpty, !code.contains("/"), !code.hasPrefix("."), !forms.contains(where: { $0.code == code }) else {
                throw row.fault(
                    Phrase(vi: "mã mẫu «\(code)» sai hoặc bị lặp", en: "the form code \"\(code)\" is wrong or there twice")
                )
            }
            let council = CouncilPaper(row["council"])
            guard council != nil || row["council"].isEmpty else {
                throw row.fault(
                    Phrase(
                        vi: "hội đồng «\(row["council"])» sai dạng",
                        en: "the council \"\(row["council"])\" is not well formed"
                    ),
                    hint: Phrase(
                        vi: "Ví dụ: selection minutes; any invitation. Công dụng: \(CouncilPaper.purposes)",
                        en: "Example: selection minutes; any invitation. Purposes: \(CouncilPaper.purposes)"
                    )
                )
            }
            forms.append(
                FormDefinition(
                    code: code,
                    label: Phrase(vi: row["label_vi"], en: row["label_en"]),
                    basis: row["basis"],
                    signer: signer,
                    council: council
                )
            )
        }
        return forms
    }
}

extension CouncilPaper {
    fileprivate static var purposes: String { Purpose.allCases.map(\.rawValue).joined(separator: ", ") }
}

extension FieldCatalogue {
    /// Reads `office.csv`: field, value. Only fields whose source is the office may stand there; those left empty count as missing.
    ///
    /// - Throws: `DocumentFault` with the line.
    public func officeValues(_ bytes: [UInt8], file: String) throws(DocumentFault) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for row in try DocumentTable(bytes, file: file, columns: ["field", "value"]).rows {
            guard let field = self[row["field"]], field.source == .office else {
                throw row.fault(
                    Phrase(vi: "«\(row["field"])» không phải trường của cơ quan", en: "\"\(row["field"])\" is no field of the office")
                )
            }
            if !row["value"].isEmpty { values[field.name] = try field.type.value(row["value"], of: row.place) }
        }
        return values
    }
}
