import LifecycleModel
import OpenPackaging

/// A report as an official paper (NĐ 30/2020/NĐ-CP, Phụ lục I), made of values: text that is never taken for markup, ruled tables, charts.
public struct ReportPaper: Sendable, Hashable {
    /// A part of it, from top to bottom.
    public enum Block: Sendable, Hashable {
        /// The letterhead: the body above (may be empty), the body, its number and place and date (may be empty).
        case head(above: String, body: String, number: String, placeAndDate: String)
        /// The kind of paper and what it is about.
        case title(String)
        case about(String)
        /// A heading, a paragraph, a line in italics across the page, a small note.
        case heading(String)
        case text(String)
        case centre(String)
        case note(String)
        /// A table.
        case table(PaperTable)
        /// A chart.
        case chart(PaperChart)
        /// Who signs, and who gets it.
        case closing(receivers: [String], titles: [String], name: String)
        /// Several who sign beside each other.
        case signers([String])
    }

    /// Its parts.
    public var blocks: [Block]
    /// Whether it lies across the paper.
    public var isLandscape: Bool

    /// A paper.
    public init(_ blocks: [Block], isLandscape: Bool = false) {
        self.blocks = blocks
        self.isLandscape = isLandscape
    }

    /// The DOCX file; the same paper always gives the same bytes.
    ///
    /// - Throws: `DocumentFault` when memory is short.
    public func archived() throws(DocumentFault) -> [UInt8] {
        let page: FormPage = isLandscape ? .landscape : .portrait
        var charts: [PaperChart] = []
        let content = blocks.flatMap { block -> [XMLElement] in
            guard case .chart(let chart) = block else { return elements(block, page) }
            charts.append(chart)
            return [chart.paragraph(number: charts.count, width: page.textWidth)]
        }
        return try FormPackage.package(document: FormLayout.document(content, page), charts: charts).archived()
    }

    private func elements(_ block: Block, _ page: FormPage) -> [XMLElement] {
        switch block {
        case .head(let above, let body, let number, let place):
            FormLayout.elements(.head([above, body, number, place].map(FormRuns.escaped)), page)
        case .title(let text): [FormLayout.plain(.title, text)]
        case .about(let text): [FormLayout.plain(.about, text), FormLayout.rule(width: page.textWidth, share: 0.28)]
        case .heading(let text): [FormLayout.plain(.heading, text)]
        case .text(let text): [FormLayout.plain(.body, text)]
        case .centre(let text): [FormLayout.plain(.centre, text)]
        case .note(let text): [FormLayout.plain(.receivers, text)]
        case .table(let table): [table.element(width: page.textWidth), FormLayout.spacer]
        case .chart: []
        case .signers(let titles):
            FormLayout.elements(.signers(titles.map { FormSource.Signer(title: FormRuns.escaped($0), name: "") }), page)
        case .closing(let receivers, let titles, let name):
            FormLayout.elements(
                .closing(
                    to: receivers.map(FormRuns.escaped),
                    titles: titles.map(FormRuns.escaped),
                    name: FormRuns.escaped(name)
                ),
                page
            )
        }
    }
}
