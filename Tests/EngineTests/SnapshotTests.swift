import CanonicalJSON
import Engine
import LifecycleModel
import Testing

@Suite("Snapshot of a task's state")
struct SnapshotTests {
    private static var state: TaskState {
        var story = Story.running()
        story.fire("plan", on: "2022-03-01", ["contract.end_on": .date(SampleRules.day("2024-07-31"))], by: Story.officer)
        return story.state
    }

    @Test("is much shorter than the JSON")
    func size() {
        #expect(Self.state.snapshot.count * 2 < Self.state.json.canonicalBytes.count)
    }

    @Test(
        "gives every text back byte for byte, however many and long they are",
        arguments: [
            // Short and long ones, those that share a beginning or an end of eight bytes, and two writings of one letter.
            ["", "a", "b", "abcdefgh", "abcdefgha", "abcdefghb", "xabcdefgh", "\u{1EBF}", "e\u{302}\u{301}", "\u{0}", "\u{0}\u{0}"],
            // More than the table has room for at first.
            (0..<3000).map { "Nghiệm thu nhiệm vụ số \($0)" },
            [String(repeating: "đề tài ", count: 50_000)],
        ]
    )
    func texts(texts: [String]) throws {
        let facts = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("task.f\($0)", FactValue.text($1)) })
        let registered = Happening.Registered(code: "T-1", regime: "r", definition: "d", position: "a/b", facts: facts)
        let state = TaskState(registered, on: SampleRules.day("2024-07-31"))
        let read = try TaskState(snapshot: state.snapshot)
        #expect(texts.indices.map { read.fact("task.f\($0)")?.text.map { Array($0.utf8) } } == texts.map { Array($0.utf8) })
        #expect(read.snapshot == state.snapshot)
    }

    @Test("of the first form is read as what its events say, and written in the form of today")
    func firstForm() throws {
        let state = try FirstFormSnapshot.state()
        let read = try TaskState(snapshot: FirstFormSnapshot.bytes)
        #expect(FirstFormSnapshot.bytes.first == 1)
        #expect(read == state)
        #expect(read.snapshot == state.snapshot)
        #expect(read.snapshot.first == 3)
    }

    @Test("of either form tells of its own state and of no other")
    func telling() throws {
        let state = try FirstFormSnapshot.state()
        #expect(state.isTold(by: state.snapshot))
        #expect(state.isTold(by: FirstFormSnapshot.bytes))
        #expect(!Self.state.isTold(by: FirstFormSnapshot.bytes))
        #expect(!Self.state.isTold(by: state.snapshot))
        #expect(!state.isTold(by: Array(FirstFormSnapshot.bytes.dropLast())))
        #expect(!state.isTold(by: []))
    }

    @Test("is the same whether somebody looked at what is in it or not")
    func looking() throws {
        let whole = Self.state.snapshot
        let looked = try TaskState(snapshot: whole)
        #expect(looked.snapshot == whole)
        #expect(!looked.clocks.isEmpty)
        #expect(looked.clocks.map(\.started) == Self.state.clocks.map(\.started))
        #expect(looked == Self.state)
        #expect(looked.snapshot == whole)
    }

    @Test("is read by several threads at once as by one")
    func threads() async throws {
        let (whole, state) = (Self.state.snapshot, Self.state)
        for _ in 0..<50 {
            let read = try TaskState(snapshot: whole)
            let answers = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { read == state && read.clocks.map(\.started) == state.clocks.map(\.started) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count == 8 && answers.allSatisfy(\.self))
        }
    }

    @Test("of a state that was read and went on is that of one that was never stored")
    func goingOn() throws {
        var story = Story.running()
        var stored = try TaskState(snapshot: story.state.snapshot)
        let happenings = story.fire(
            "plan",
            on: "2022-03-01",
            ["contract.end_on": .date(SampleRules.day("2024-07-31"))],
            by: Story.officer
        ).happenings
        #expect(!happenings.isEmpty)
        for happening in happenings { stored.apply(happening, by: Story.officer.id, on: SampleRules.day("2022-03-01")) }
        #expect(stored.snapshot == story.state.snapshot)
    }

    @Test("of the second form is read as what its events say")
    func secondForm() throws {
        let read = try TaskState(snapshot: SecondFormSnapshot.bytes)
        #expect(SecondFormSnapshot.bytes.first == 2)
        #expect(read == (try FirstFormSnapshot.state()))
        #expect(read.snapshot.first == 3)
        #expect(read.isTold(by: SecondFormSnapshot.bytes))
    }

    @Test("says where it is cut off, whatever the place")
    func truncated() throws {
        let whole = Self.state.snapshot
        #expect(try TaskState(snapshot: whole) == Self.state)
        for length in 0..<whole.count {
            let fault = #expect(throws: SnapshotFault.self) { try TaskState(snapshot: Array(whole.prefix(length))) }
            #expect((fault?.offset ?? -1) <= length)
        }
    }

    @Test("is refused with more behind it, or of another form")
    func foreign() {
        #expect(throws: SnapshotFault.self) { try TaskState(snapshot: Self.state.snapshot + [0]) }
        #expect(throws: SnapshotFault.self) { try TaskState(snapshot: Array("{}".utf8)) }
    }

    @Test("one changed bit is refused, wherever it is")
    func damaged() {
        let whole = Self.state.snapshot
        for place in whole.indices {
            for bit in 0..<8 {
                var bytes = whole
                bytes[place] ^= 1 << bit
                #expect(throws: SnapshotFault.self) { try TaskState(snapshot: bytes) }
            }
        }
    }
}
