import Rules

/// Where the parts of a regime stand in files.
struct SourceMap {
    private var places: [RulePath: (tree: Tree, file: SourceFile)] = [:]

    /// Remembers that the part at this path was read from this value.
    mutating func note(_ path: RulePath, _ tree: Tree, in file: SourceFile) {
        places[path] = (tree, file)
    }

    /// The place of a part, or (unless asked `exactly` for it) of the nearest part around it.
    ///
    /// For a scalar, `offset` says how many UTF-8 bytes into its text.
    func position(of path: RulePath, offset: Int? = nil, exactly: Bool = false) -> (file: String, line: Int, column: Int)? {
        var step: RulePath? = path
        while let current = step {
            if let (tree, file) = places[current] {
                guard current == path, let offset, let scalar = tree.scalar else { return (file.name, tree.line, tree.column) }
                let place = file.place(of: offset, in: scalar, line: tree.line, column: tree.column)
                return (file.name, place.line, place.column)
            }
            step = exactly ? nil : current.parent
        }
        return nil
    }
}
