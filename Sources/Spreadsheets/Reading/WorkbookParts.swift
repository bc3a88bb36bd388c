import LifecycleModel
import OpenPackaging

/// The parts of a workbook's file, found by what they are to each other (ISO/IEC 29500-2, relationships).
struct WorkbookParts {
    /// What a part is to another one.
    struct Relation {
        /// The part it leads to.
        let target: String
        /// The last word of its type, such as `worksheet`.
        let kind: Substring
    }

    private let parts: [String: [UInt8]]
    let limits: PackageLimits

    init(_ package: OpenPackage, limits: PackageLimits) {
        parts = Dictionary(package.parts.map { ($0.name.lowercased(), $0.bytes) }, uniquingKeysWith: { first, _ in first })
        self.limits = limits
    }

    /// A part's content.
    func bytes(_ name: String) throws(WorkbookFault) -> [UInt8] {
        guard let bytes = parts[name.lowercased()] else { throw .missing(name) }
        return bytes
    }

    /// A part as a tree.
    func tree(_ name: String) throws(WorkbookFault) -> XMLElement {
        let bytes = try bytes(name)
        return try WorkbookFault.translating { () throws(PackageFault) in
            try XMLElement(reading: bytes, part: name, limits: limits)
        }
    }

    /// What a part leads to, by the names it uses for it; the empty name is the file as a whole.
    func relations(of part: String) throws(WorkbookFault) -> [String: Relation] {
        let (folder, file) = Self.split(part)
        var found: [String: Relation] = [:]
        for link in try tree("\(folder)_rels/\(file).rels").children("Relationship") {
            guard let id = link["Id"], let target = link["Target"], link["TargetMode"]?.lowercased() != "external" else { continue }
            let kind = (link["Type"] ?? "").split(separator: "/").last ?? ""
            found[id] = Relation(target: Self.resolved(target, from: folder), kind: kind)
        }
        return found
    }

    private static func split(_ part: String) -> (folder: Substring, file: Substring) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part[...]) }
        return (part[...slash], part[part.index(after: slash)...])
    }

    private static func resolved(_ target: String, from folder: Substring) -> String {
        guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
        var path: [Substring] = []
        for step in (folder + target).split(separator: "/") {
            switch step {
            case ".": break
            case "..": path.removeLast(path.isEmpty ? 0 : 1)
            default: path.append(step)
            }
        }
        return path.joined(separator: "/")
    }
}

extension WorkbookFault {
    static func missing(_ part: String) -> WorkbookFault {
        WorkbookFault(
            .missingPart,
            at: Phrase(vi: part, en: part),
            Phrase(vi: "thiếu phần này trong tệp", en: "the file lacks this part"),
            hint: Phrase(
                vi: "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx",
                en: "Open it in Excel or LibreOffice and save it as .xlsx"
            )
        )
    }
}
