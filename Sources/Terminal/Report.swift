public import CanonicalJSON

/// What a command prints: the same answer for people, programs and spreadsheets.
///
/// Of a long list each of the three is work, so only the one that is wanted is made (`OutputFormat.wanted`).
public struct Report: Sendable {
    private var json: JSONValue?
    /// What people are shown; nil when something else was wanted.
    public private(set) var blocks: [any Block]?
    private var sheet: Sheet?

    /// An answer whose sheet has the fields of the JSON as columns.
    public init(json: @autoclosure () throws -> JSONValue, blocks: @autoclosure () throws -> [any Block]) rethrows {
        try self.init(json: json(), blocks: blocks(), sheet: nil)
    }

    /// An answer.
    ///
    /// - Parameters:
    ///   - json: the answer for programs.
    ///   - blocks: the answer for people, from top to bottom.
    ///   - sheet: the answer for spreadsheets; nil: the fields of the JSON.
    public init(
        json: @autoclosure () throws -> JSONValue,
        blocks: @autoclosure () throws -> [any Block],
        sheet: @autoclosure () throws -> Sheet?
    ) rethrows {
        if Self.wants(.json) { self.json = try json() }
        if Self.wants(.table) { self.blocks = try blocks() }
        if Self.wants(.csv) { self.sheet = try sheet() ?? Sheet(json: json()) }
    }

    private static func wants(_ format: OutputFormat) -> Bool { OutputFormat.wanted.map { $0 == format } ?? true }

    /// The whole text that goes to stdout in a format, ended by a line break; empty in a format that was not wanted when it was made.
    public func text(as format: OutputFormat, on screen: Screen) -> String {
        switch format {
        case .table: blocks.map { Self.page($0, on: screen) } ?? ""
        case .json: json.map { $0.prettyText() + "\n" } ?? ""
        case .csv: sheet?.csv ?? ""
        }
    }

    /// The blocks one below the other with a blank line between them, but none after a heading.
    private static func page(_ blocks: [any Block], on screen: Screen) -> String {
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
