/// What a file is by its content.
public enum AttachmentType: String, Sendable, Hashable, CaseIterable {
    /// Portable Document Format.
    case pdf
    /// Word text (Office Open XML).
    case docx
    /// Excel workbook (Office Open XML).
    case xlsx
    /// Text of the OpenDocument format.
    case odt
    /// Spreadsheet of the OpenDocument format.
    case ods
    /// Portable Network Graphics.
    case png
    /// JPEG picture.
    case jpeg
    /// Plain text in UTF-8.
    case text

    /// The endings that a file of this type may have, in small letters; the usual one first.
    public var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt", "csv", "md", "json", "xml"]
        default: [rawValue]
        }
    }

    /// The media type (RFC 6838).
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// The type of a file by its content; nil when it is none of these.
    public init?(content bytes: [UInt8]) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            guard let type = Self.packed(ZipDirectory.names(in: bytes), bytes) else { return nil }
            self = type
        } else if Self.isText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    /// Office files are archives that are known by what is in them. Those with macros are none of ours.
    private static func packed(_ names: [String], _ bytes: [UInt8]) -> AttachmentType? {
        guard !names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) else { return nil }
        if names.contains("[Content_Types].xml") {
            return names.contains("word/document.xml") ? .docx : names.contains("xl/workbook.xml") ? .xlsx : nil
        }
        // ODF 1.2, part 3, 3.3: the first entry is `mimetype`, stored, so that its content stands 38 bytes into the file.
        guard names.first == "mimetype", bytes.count > 38 else { return nil }
        // The spreadsheet's media type begins like no other of ours, the text's is the beginning of those of templates.
        let content = bytes[38...]
        let candidates: [AttachmentType] = [.odt, .ods]
        return candidates.first { content.starts(with: Array(($0.mediaType + "PK").utf8)) }
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        let isControl = { (byte: UInt8) in byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C || byte == 0x7F }
        return !bytes.contains(where: isControl) && String(validating: bytes, as: UTF8.self) != nil
    }
}
