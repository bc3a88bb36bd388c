/// Runs a pattern over a text: keeps the set of instructions reached so far and moves all of them on with each character.
struct PatternMatcher {
    private let instructions: [PatternProgram.Instruction]
    private var reached: [Int] = []
    /// The character number (plus one) at which an instruction was last reached, so that none is taken twice.
    private var seenAt: [Int]
    private var pending: [Int] = []
    private var hasMatched = false

    init(_ program: PatternProgram) {
        instructions = program.instructions
        seenAt = [Int](repeating: 0, count: instructions.count)
    }

    /// Whether some part of the text matches.
    mutating func finds(in text: String, budget: inout Budget) throws(EvaluationError) -> Bool {
        let scalars = text.unicodeScalars
        var before: Unicode.Scalar?
        var moved: [Int] = []
        var step = 1
        var place = scalars.startIndex
        while true {
            let after = place < scalars.endIndex ? scalars[place] : nil
            reached.removeAll(keepingCapacity: true)
            for instruction in moved { follow(instruction, step, before, after) }
            follow(0, step, before, after)
            if hasMatched { return true }
            guard let after else { return false }
            try budget.charge(reached.count + 1)
            moved.removeAll(keepingCapacity: true)
            for instruction in reached {
                if case .set(let set) = instructions[instruction], set.contains(after) { moved.append(instruction + 1) }
            }
            before = after
            scalars.formIndex(after: &place)
            step += 1
        }
    }

    /// Goes on from an instruction as far as possible without taking a character.
    private mutating func follow(_ start: Int, _ step: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) {
        pending.append(start)
        while let instruction = pending.popLast() {
            guard seenAt[instruction] != step else { continue }
            seenAt[instruction] = step
            switch instructions[instruction] {
            case .set: reached.append(instruction)
            case .assertion(let assertion):
                if assertion.holds(before: before, after: after) { pending.append(instruction + 1) }
            case .split(let one, let other):
                pending.append(other)
                pending.append(one)
            case .jump(let target): pending.append(target)
            case .match: hasMatched = true
            }
        }
    }
}
