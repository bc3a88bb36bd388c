import Diagrams

/// A piece of a page: markup in which every text stands as text, whatever is written in it.
public struct HTML: Sendable, Hashable {
    /// The markup.
    public let markup: String

    private init(markup: String) { self.markup = markup }

    /// Nothing.
    public static let empty = HTML(markup: "")

    /// A text.
    public init(_ text: String) { markup = text.xmlEscaped }

    /// Pieces one after the other.
    public init(_ pieces: some Sequence<HTML>) { markup = pieces.map(\.markup).joined() }

    /// An element with what is in it; names are those of HTML, attributes are escaped.
    public static func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: HTML...) -> HTML {
        element(name, attributes.map { ($0, $1) }, content)
    }

    /// An element with what is in it.
    public static func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: [HTML]) -> HTML {
        element(name, attributes.map { ($0, $1) }, content)
    }

    /// An element with what is in it.
    static func element(_ name: String, _ attributes: [(String, String)], _ content: [HTML]) -> HTML {
        let words = attributes.map { " \($0.0)=\"\($0.1.xmlEscaped)\"" }.joined()
        return HTML(markup: "<\(name)\(words)>\(content.map(\.markup).joined())</\(name)>\n")
    }

    /// An element with a text in it.
    public static func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String) -> HTML {
        element(name, attributes, [HTML(text)])
    }

    /// A picture drawn by `Diagrams`, which escapes its own texts, with the words that somebody who does not see it is told.
    ///
    /// - Parameter words: what it shows.
    public static func figure(_ svg: String, saying words: String) -> HTML {
        HTML(markup: "<figure role=\"img\" aria-label=\"\(words.xmlEscaped)\">\n\(svg)</figure>\n")
    }

    /// Two pieces one after the other.
    public static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.markup + right.markup) }
}
