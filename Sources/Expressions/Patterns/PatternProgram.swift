/// A pattern as instructions for a machine that follows all possibilities at once (Thompson's construction).
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// One character of the set, then the next instruction.
        case set(ScalarSet)
        case assertion(PatternAssertion)
        /// Both of the two places.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    let instructions: [Instruction]
}

/// Turns a read pattern into instructions, refusing to grow beyond a bound.
struct PatternCompiler {
    private let maximumInstructions: Int
    private var instructions: [PatternProgram.Instruction] = []

    init(maximumInstructions: Int) {
        self.maximumInstructions = maximumInstructions
    }

    mutating func compile(_ piece: PatternPiece) throws(EvaluationError) -> PatternProgram {
        try emit(piece)
        try append(.match)
        return PatternProgram(instructions: instructions)
    }

    private mutating func append(_ instruction: PatternProgram.Instruction) throws(EvaluationError) {
        guard instructions.count < maximumInstructions else { throw EvaluationError(.limitExceeded(.patternInstructions)) }
        instructions.append(instruction)
    }

    private mutating func emit(_ piece: PatternPiece) throws(EvaluationError) {
        switch piece {
        case .empty: break
        case .set(let set): try append(.set(set))
        case .assertion(let assertion): try append(.assertion(assertion))
        case .sequence(let pieces): for piece in pieces { try emit(piece) }
        case .choice(let pieces): try emitChoice(pieces)
        case .repeated(let piece, let lower, let upper): try emitRepetition(piece, lower, upper)
        }
    }

    private mutating func emitChoice(_ pieces: [PatternPiece]) throws(EvaluationError) {
        var ends: [Int] = []
        for piece in pieces.dropLast() {
            let split = instructions.count
            try append(.split(split + 1, split + 1))
            try emit(piece)
            ends.append(instructions.count)
            try append(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        if let last = pieces.last { try emit(last) }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func emitRepetition(_ piece: PatternPiece, _ lower: Int, _ upper: Int?) throws(EvaluationError) {
        for _ in 0..<lower { try emit(piece) }
        guard let upper else {
            let split = instructions.count
            try append(.split(split + 1, split + 1))
            try emit(piece)
            try append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
            return
        }
        var splits: [Int] = []
        for _ in lower..<max(lower, upper) {
            splits.append(instructions.count)
            try append(.split(0, 0))
            try emit(piece)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }
}
