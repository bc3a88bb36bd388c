/// The names a template may use: fields, and sections with names of their own; inside a section the names around it stay known.
public struct TemplateShape: Sendable, Hashable {
    /// Fields, each a line of text.
    public let fields: Set<String>
    /// Sections that are repeated, once for each of their items.
    public let sections: [String: TemplateShape]

    /// A shape.
    public init(fields: Set<String>, sections: [String: TemplateShape] = [:]) {
        self.fields = fields
        self.sections = sections
    }
}
