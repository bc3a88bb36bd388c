public import CanonicalJSON

/// What a command prints: the same answer for people, programs and spreadsheets.
public struct Report: Sendable {
    /// The answer for programs.
    public var json: JSONValue
    /// The answer for people, from top to bottom.
    public var blocks: [any Block]
    /// The answer for spreadsheets.
    public var sheet: Sheet

    /// An answer; its sheet has the fields of the JSON as columns unless another one is given.
    public init(json: JSONValue, blocks: [any Block], sheet: Sheet? = nil) {
        self.json = json
        self.blocks = blocks
        self.sheet = sheet ?? Sheet(json: json)
    }

    /// The whole text that goes to stdout in a format, ended by a line break.
    public func text(as format: OutputFormat, on screen: Screen) -> String {
        switch format {
        case .table: page(on: screen)
        case .json: json.prettyText() + "\n"
        case .csv: sheet.csv
        }
    }

    /// The blocks one below the other with a blank line between them, but none after a heading.
    private func page(on screen: Screen) -> String {
        var page = ""
        var followsHeading = true
        for block in blocks {
            let lines = block.lines(on: screen)
            guard !lines.isEmpty else { continue }
            if !followsHeading { page += "\n" }
            for line in lines { page += line.rendered(on: screen) + "\n" }
            followsHeading = block is Heading
        }
        return page
    }
}
