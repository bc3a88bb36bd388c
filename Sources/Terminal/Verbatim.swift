/// Text that is not broken over lines, because people copy it as it stands: what was hashed, a key, a command. A screen that is too narrow folds it
/// by itself.
public struct Verbatim: Block, Hashable {
    /// The text.
    public var text: StyledText

    /// Text of one line.
    public init(_ text: StyledText) {
        self.text = text
    }

    /// One line, as wide as the text is.
    public func lines(on screen: Screen) -> [StyledText] { [text.visible(on: screen).onOneLine] }
}
