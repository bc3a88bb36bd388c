import LifecycleModel
import OpenPackaging

/// Reads XLSX files (ISO/IEC 29500, transitional and strict) without rounding a number or running anything.
public struct WorkbookReader: Sendable {
    /// How large a workbook may be.
    public let limits: WorkbookLimits

    /// A reader within limits.
    public init(limits: WorkbookLimits = WorkbookLimits()) {
        self.limits = limits
    }

    /// What stands in a file.
    ///
    /// - Throws: `WorkbookFault` for files of other formats, with passwords, macros, broken or missing parts, and beyond the limits.
    public func workbook(in bytes: [UInt8]) throws(WorkbookFault) -> OpenedWorkbook {
        try WorkbookKind.check(bytes)
        let package = try WorkbookFault.translating { () throws(PackageFault) in
            try OpenPackage(reading: bytes, limits: limits.package)
        }
        try WorkbookKind.check(package)
        let parts = WorkbookParts(package, limits: limits.package)
        guard let main = try parts.relations(of: "").values.first(where: { $0.kind == "officeDocument" })?.target else {
            throw .missing("xl/workbook.xml")
        }
        let tree = try parts.tree(main)
        let relations = try parts.relations(of: main)
        return OpenedWorkbook(sheets: try sheets(tree, relations, parts), names: names(tree))
    }

    private func sheets(
        _ tree: XMLElement,
        _ relations: [String: WorkbookParts.Relation],
        _ parts: WorkbookParts
    ) throws(WorkbookFault) -> [OpenedSheet] {
        let listed = tree.children("sheets").flatMap { $0.children("sheet") }
        guard !listed.isEmpty, listed.count <= limits.sheets else {
            throw WorkbookFault(
                listed.isEmpty ? .broken : .tooLarge,
                Phrase(vi: "\(listed.count) tờ, cần 1–\(limits.sheets)", en: "\(listed.count) sheets instead of 1–\(limits.sheets)")
            )
        }
        let meaning = try meaning(tree, relations, parts)
        var sheets: [OpenedSheet] = []
        var cellCount = 0
        for sheet in listed {
            // The relation's name stands in an attribute whose prefix the file chooses, beside `sheetId`.
            let id = sheet.attributes.first { $0.name.hasSuffix(":id") }?.value
            guard let relation = id.flatMap({ relations[$0] }) else { throw .missing(id ?? sheet["name"] ?? "sheet") }
            guard relation.kind == "worksheet" else { continue }
            var reading = SheetReading(
                name: EscapedText.plain(sheet["name"] ?? ""),
                meaning: meaning,
                limits: limits,
                cellCount: cellCount
            )
            try reading.read(try parts.bytes(relation.target), part: relation.target)
            cellCount = reading.cellCount
            sheets.append(
                OpenedSheet(
                    name: reading.name,
                    isHidden: sheet["state"].map { $0 != "visible" } ?? false,
                    rows: reading.rows,
                    merged: reading.merged,
                    hiddenColumns: reading.hiddenColumns
                )
            )
        }
        return sheets
    }

    private func meaning(
        _ tree: XMLElement,
        _ relations: [String: WorkbookParts.Relation],
        _ parts: WorkbookParts
    ) throws(WorkbookFault) -> CellMeaning {
        var texts: [String] = []
        if let part = relations.values.first(where: { $0.kind == "sharedStrings" })?.target {
            let bytes = try parts.bytes(part)
            texts = try WorkbookFault.translating { () throws(PackageFault) in
                try SharedTexts.read(bytes, part: part, limits: limits.package)
            }
        }
        let styles = relations.values.first { $0.kind == "styles" }?.target
        return CellMeaning(
            texts: texts,
            looks: try styles.map { part throws(WorkbookFault) in CellLooks(try parts.tree(part)) } ?? CellLooks(),
            dates: tree.children("workbookPr").contains { $0.attributes.isOn("date1904") } ? .from1904 : .from1900
        )
    }

    private func names(_ tree: XMLElement) -> [DefinedName] {
        tree.children("definedNames").flatMap { $0.children("definedName") }.compactMap { element in
            guard let name = element["name"], !name.hasPrefix("_xlnm."), element["localSheetId"] == nil else { return nil }
            return DefinedName(name, reference: EscapedText.plain(element.ownText))
        }
    }
}
