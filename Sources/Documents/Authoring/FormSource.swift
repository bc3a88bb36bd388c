import LifecycleModel
import OpenPackaging

/// A form as people maintain it: plain text, a line a paragraph, `@` for what official papers have in common. It becomes the DOCX template
/// that officials edit in Word.
public struct FormSource: Sendable {
    /// A paragraph, table or block of a form.
    enum Block: Sendable, Hashable {
        /// Body issuing, number, motto, place and date: `@head body above | body | number | place and date`.
        case head([String])
        /// A paragraph in one of the styles.
        case paragraph(FormStyle, String)
        /// `@table 8c 42 25r` and lines `| a | b |`: the first row is its head; `@table roomy 8c …` has rows to write in by hand.
        case table([Column], rows: [[String]], hasHead: Bool, isRoomy: Bool)
        /// `@lines 3`: dotted lines to write on by hand.
        case lines(Int)
        /// `@closing`: who gets it (`to:` lines) on the left, who signs (`as:` lines and one `name:`) on the right.
        case closing(to: [String], titles: [String], name: String)
        /// `@signers TITLE = name | TITLE = name`: several signatures side by side; `{{#each list}}<br>name<br>{{/each}}` one below the other.
        case signers([Signer])
        /// `@receivers` with `to:` lines: who gets a paper that several sign.
        case receivers([String])
        /// `@newpage`.
        case newPage

        /// Whether it is where people sign.
        var isSignature: Bool {
            switch self {
            case .closing, .signers: true
            default: false
            }
        }
    }

    /// A column of a table.
    struct Column: Sendable, Hashable {
        /// In hundredths of the text's width.
        let width: Int
        let alignment: String
    }

    /// Who signs.
    struct Signer: Sendable, Hashable {
        let title: String
        let name: String
    }

    let blocks: [Block]

    /// Reads a source; `shared` gives the blocks that `@use NAME` takes in.
    ///
    /// - Throws: `DocumentFault` with file and line.
    public init(_ text: String, file: String, shared: [String: String] = [:]) throws(DocumentFault) {
        var reader = FormSourceReader(shared: shared)
        try reader.read(text, file: file, depth: 0)
        blocks = reader.blocks
    }

    /// The template.
    public var template: WordPackage {
        FormLayout.package(blocks)
    }
}

/// The paragraph styles of official papers, as Word shows them (NĐ 30/2020/NĐ-CP, Phụ lục I).
enum FormStyle: String, Sendable, CaseIterable {
    case body = "ThanVanBan"
    case flush = "KhongThut"
    case basis = "CanCu"
    case title = "TenLoai"
    case about = "TrichYeu"
    case authority = "ThamQuyen"
    case centre = "CanGiua"
    case heading = "DeMuc"
    case right = "CanPhai"
    case code = "MauSo"
    case cell = "OBang"
    case cellHead = "DauBang"
    case receivers = "NoiNhan"
    case signature = "ChuKy"
    case head = "DauVanBan"
    case dotted = "DongKe"

    /// The word behind `@`; nil for those that only layout uses.
    static let words: [String: FormStyle] = [
        "flush": .flush, "basis": .basis, "title": .title, "about": .about, "authority": .authority, "centre": .centre,
        "heading": .heading, "right": .right, "code": .code,
    ]

    /// Whether it is a title, whose lines should break between words that belong together.
    var isTitle: Bool { self == .title || self == .about }
}
