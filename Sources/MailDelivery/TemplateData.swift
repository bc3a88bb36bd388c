/// What a template is filled with.
public struct TemplateData: Sendable, Hashable {
    /// Fields; one that is not here is empty.
    public var fields: [String: String]
    /// Items of sections; a section that is not here has none.
    public var sections: [String: [TemplateData]]

    /// Data.
    public init(fields: [String: String] = [:], sections: [String: [TemplateData]] = [:]) {
        self.fields = fields
        self.sections = sections
    }
}
