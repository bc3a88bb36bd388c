import Rules
import Yams

/// Where the parts of a regime stand in files.
struct SourceMap {
    private var places: [RulePath: Place] = [:]

    private struct Place {
        let file: SourceFile
        let mark: Mark
        /// The text and how it is written, where the part is a scalar.
        let text: String?
        let style: Node.Scalar.Style
    }

    /// Remembers that the part at this path was read from this node.
    mutating func note(_ path: RulePath, _ node: Node, in file: SourceFile) {
        switch node {
        case .scalar(let scalar):
            guard let mark = scalar.mark else { return }
            places[path] = Place(file: file, mark: mark, text: scalar.string, style: scalar.style)
        default:
            guard let mark = node.mark else { return }
            places[path] = Place(file: file, mark: mark, text: nil, style: .any)
        }
    }

    /// The place of a part, or (unless asked `exactly` for it) of the nearest part around it; for a scalar, `offset` says how many UTF-8 bytes into its text.
    func position(of path: RulePath, offset: Int? = nil, exactly: Bool = false) -> (file: String, line: Int, column: Int)? {
        var step: RulePath? = path
        while let current = step {
            if let place = places[current] {
                guard current == path, let offset, let text = place.text else { return (place.file.name, place.mark.line, place.mark.column) }
                let inside = place.file.place(of: offset, in: text, style: place.style, from: place.mark)
                return (place.file.name, inside.line, inside.column)
            }
            step = exactly ? nil : current.parent
        }
        return nil
    }
}
