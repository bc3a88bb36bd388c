import Expressions
import TestSupport
import Testing

/// Makes random trees of every kind the parser can give.
struct TreeMaker {
    var random: SeededRandom

    mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }

    mutating func tree(_ depth: Int) -> Syntax {
        guard depth > 0 else { return leaf() }
        let next = depth - 1
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return leaf()
        case 1: return Syntax(.select(tree(next), field: pick(["a", "b2", "if", "x-y", "in", "a.b"])))
        case 2: return Syntax(.presence(tree(next), field: pick(["a", "x y"])))
        case 3: return Syntax(.index(tree(next), tree(next)))
        case 4: return Syntax(.call(pick(["f", ".g", "size"]), trees(next, 0...3)))
        case 5: return Syntax(.method(tree(next), pick(["f", "const", "size"]), trees(next, 0...1)))
        case 6, 7: return Syntax(.unary(pick(UnaryOperator.allCases), tree(next)))
        case 8, 9: return Syntax(.binary(pick(BinaryOperator.allCases), tree(next), tree(next)))
        case 10: return Syntax(.logical(pick(LogicalOperator.allCases), trees(next, 2...4)))
        case 11: return Syntax(.conditional(tree(next), tree(next), tree(next)))
        case 12:
            return pick([true, false])
                ? Syntax(.list(trees(next, 0...3))) : Syntax(.map(trees(next, 0...2).map { Syntax.MapEntry(key: $0, value: leaf()) }))
        default:
            let macro = pick(ComprehensionMacro.allCases)
            return Syntax(
                .comprehension(
                    Syntax.Comprehension(
                        macro: macro,
                        range: tree(next),
                        variable: pick(["x", "y"]),
                        condition: macro == .map && pick([true, false]) ? tree(next) : nil,
                        body: tree(next)
                    )
                )
            )
        }
    }

    private mutating func trees(_ depth: Int, _ count: ClosedRange<Int>) -> [Syntax] {
        (0..<Int.random(in: count, using: &random)).map { _ in tree(depth) }
    }

    mutating func leaf() -> Syntax {
        let values: [Value] = [
            .null, true, 0, 1, -1, .int(.min), .int(.max), .uint(0), .uint(.max), 0.5, -2.0, 1e300, .double(.leastNonzeroMagnitude), "",
            "é\n\"\\", "a", .bytes([]),
            .bytes([0, 255, 39, 34]),
        ]
        return pick([true, false]) ? Syntax(.literal(pick(values))) : Syntax(.identifier(pick(["a", "x", "y", ".z", "int", "_b1"])))
    }
}

/// Laws that hold for random input; the seeds make every run the same.
@Suite struct PropertyTests {
    @Test("a tree's canonical source reads back as the same tree", arguments: 0..<20 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var maker = TreeMaker(random: SeededRandom(seed: seed))
        for _ in 0..<150 {
            let tree = maker.tree(4)
            #expect(try Expression.parse(tree.description) == tree, "\(tree)")
        }
    }

    @Test("checking never changes the value", arguments: 0..<20 as Range<UInt64>)
    func checkedAgreesWithUnchecked(seed: UInt64) {
        var maker = TreeMaker(random: SeededRandom(seed: seed &+ 1_000))
        let declarations = Declarations(variables: ["a": .dyn, "x": .dyn, "y": .list(.int), "z": .int, "_b1": .map(.string, .dyn)])
        let facts: [String: Value] = ["a": .record(["a": 1]), "x": true, "y": [1, 2], "z": 3, "_b1": .record(["b2": 1.5])]
        let limits = Limits(steps: 10_000, stringBytes: 1_000, listElements: 200)
        for _ in 0..<150 {
            let source = maker.tree(3).description
            guard let checked = try? Expression.compile(source, declarations: declarations, options: CompileOptions(limits: limits)),
                let unchecked = try? Expression.compile(
                    source,
                    declarations: declarations,
                    options: CompileOptions(isChecked: false, limits: limits)
                )
            else { continue }
            let one = Result { try checked.evaluate(facts) }
            let other = Result { try unchecked.evaluate(facts) }
            #expect((try? one.get()) == (try? other.get()), "\(source)")
        }
    }

    @Test("garbled input gives faults, never a trap", arguments: 0..<20 as Range<UInt64>)
    func garbled(seed: UInt64) {
        var maker = TreeMaker(random: SeededRandom(seed: seed &+ 2_000))
        let facts = Facts(["a": .record(["a": 1]), "x": true, "y": [1, 2], ".z": 3])
        let options = [true, false].map {
            CompileOptions(isChecked: $0, limits: Limits(steps: 5_000, stringBytes: 1_000, listElements: 200, patternInstructions: 500))
        }
        for round in 0..<1_000 {
            var bytes: [UInt8]
            if round % 4 == 0 {
                bytes = (0..<Int.random(in: 0..<40, using: &maker.random)).map { _ in UInt8.random(in: 0...255, using: &maker.random) }
            } else {
                bytes = Array(maker.tree(round % 4).description.utf8)
                for _ in 0..<Int.random(in: 1...4, using: &maker.random) {
                    let place = Int.random(in: 0...bytes.count, using: &maker.random)
                    let noise = Array(
                        maker.pick([
                            "(", ")", "[", "]", "{", "}", "'", "\"", "\\", "`", ".", "-", "!", "?", ":", "0x", "e9", "u", "r'", "b'", "'''",
                            "//", "\n", " in ", "&&", "ô", ".all(x,", ".matches('(a*)*[')",
                        ]).utf8
                    )
                    let end = min(bytes.count, place + Int.random(in: 0...2, using: &maker.random))
                    bytes.replaceSubrange(place..<end, with: noise)
                }
            }
            let source = String(decoding: bytes, as: UTF8.self)
            for options in options {
                guard let expression = try? Expression.compile(source, options: options) else { continue }
                _ = expression.explain(facts)
                _ = expression.canonicalSource
            }
        }
    }
}
