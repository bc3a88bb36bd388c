import OpenPackaging

/// A compiled piece of a template: XML to copy, a field to fill, a section to repeat or to leave out.
indirect enum TemplateNode: Sendable, Hashable {
    /// Copied as it is.
    case copied(XMLElement.Node)
    /// An element with pieces in it.
    case element(XMLElement, [TemplateNode])
    /// A run of text that takes the value of a field, with the run's formatting.
    case field(name: String, way: FieldWriting?, format: XMLElement?, place: String)
    /// Once for each row of a list.
    case each(list: String, [TemplateNode], place: String)
    /// When the condition holds, else the other.
    case condition(TemplateCondition, [TemplateNode], otherwise: [TemplateNode], place: String)
}

/// A compiled piece or a tag that has yet to find its counterpart.
enum TemplateItem {
    case node(TemplateNode)
    case tag(TemplateTag, place: String)
}
