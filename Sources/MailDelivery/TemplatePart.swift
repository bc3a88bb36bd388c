/// A piece of a template.
indirect enum TemplatePart: Sendable, Hashable {
    /// Text as it stands.
    case text(String)
    /// The value of a field.
    case field(String)
    /// Once for every item of a section, or once where a field is not empty.
    case section(String, [TemplatePart])
    /// Once where a section has no items, or a field is empty.
    case inverted(String, [TemplatePart])
}
