import LifecycleModel

/// Widths, wrapping and cutting. All of it counts columns of whole characters, so a letter never loses its marks.
extension StyledText {
    /// Columns the text takes; of several lines the widest counts.
    var width: Int {
        let text = plain
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return VietnameseText.displayWidth(text) }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { VietnameseText.displayWidth(String($0)) }.max() ?? 0
    }

    /// Columns of the longest word.
    var longestWord: Int {
        plain.split { $0 == " " || $0.isNewline }.map { VietnameseText.displayWidth(String($0)) }.max() ?? 0
    }

    /// Columns of the longest part of a word that is not broken without need, the sign behind it among them.
    var longestPart: Int {
        var (longest, width) = (0, 0)
        for character in plain {
            width = character == " " || character.isNewline ? 0 : width + VietnameseText.displayWidth(String(character))
            longest = max(longest, width)
            if LineWrapper.breaks.contains(character) { width = 0 }
        }
        return longest
    }

    /// The text as lines of at most so many columns: broken at line breaks, then at blanks, and inside a word only when it is too long
    /// for a line of its own: behind a point, slash, dash, underscore or colon where it has one.
    func wrapped(to columns: Int) -> [StyledText] {
        if width <= columns, !spans.contains(where: { $0.text.utf8.contains(UInt8(ascii: "\n")) }) { return [self] }
        var wrapper = LineWrapper(columns: max(1, columns))
        for span in spans {
            for character in span.text { wrapper.take(character, span.style) }
        }
        return wrapper.finish()
    }

    /// The text on one line of at most so many columns, with an ellipsis where something was cut; line breaks become blanks.
    func truncated(to columns: Int, ellipsis: String) -> StyledText {
        let line = onOneLine
        guard line.width > columns else { return line }
        let room = columns - VietnameseText.displayWidth(ellipsis)
        guard room > 0 else { return StyledText(String(ellipsis.prefix(max(0, columns)))) }
        var kept = StyledText(spans: [])
        var used = 0
        for span in line.spans {
            var text = ""
            for character in span.text {
                let width = VietnameseText.displayWidth(String(character))
                if used + width > room {
                    kept += StyledText(text + ellipsis, span.style)
                    return kept
                }
                used += width
                text.append(character)
            }
            kept += StyledText(text, span.style)
        }
        return kept
    }

    /// The text filled up with blanks to so many columns.
    func padded(to columns: Int, alignment: Alignment = .left) -> StyledText {
        let missing = columns - width
        guard missing > 0 else { return self }
        let before = alignment == .left ? 0 : alignment == .right ? missing : missing / 2
        return StyledText(String(repeating: " ", count: before)) + self + StyledText(String(repeating: " ", count: missing - before))
    }

    /// The text with blanks for line breaks.
    var onOneLine: StyledText {
        guard spans.contains(where: { $0.text.utf8.contains(UInt8(ascii: "\n")) }) else { return self }
        return StyledText(
            spans: spans.map { span in
                Span(text: String(span.text.map { $0 == "\n" ? " " : $0 }), style: span.style)
            }
        )
    }
}

/// Where text stands in its column.
public enum Alignment: Sendable, Hashable {
    /// At the beginning.
    case left
    /// At the end, as numbers do.
    case right
    /// In the middle.
    case centre
}
