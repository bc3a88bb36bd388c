import Diagrams

/// A page that stands alone: one file with its looks and pictures in it, without scripts, and asking nothing of any network.
public struct Page: Sendable, Hashable {
    /// The language of its words: `vi`, `en`.
    public var language: String
    /// What it is called.
    public var title: String
    /// What stands in it.
    public var body: HTML

    /// A page.
    public init(language: String, title: String, body: HTML) {
        self.language = language
        self.title = title
        self.body = body
    }

    /// The file: the same page always gives the same bytes.
    public var document: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.xmlEscaped)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(title.xmlEscaped)</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        \(body.markup)</body>
        </html>

        """
    }
}
