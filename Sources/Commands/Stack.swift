import Terminal

/// Blocks that belong together: one below the other without blank lines between them.
struct Stack: Block {
    private let blocks: [any Block]

    init(_ blocks: [any Block]) {
        self.blocks = blocks
    }

    func lines(on screen: Screen) -> [StyledText] {
        blocks.flatMap { $0.lines(on: screen) }
    }

    func eachLine<Failure: Error>(on screen: Screen, _ body: (StyledText) throws(Failure) -> Void) throws(Failure) {
        for block in blocks { try block.eachLine(on: screen, body) }
    }
}
