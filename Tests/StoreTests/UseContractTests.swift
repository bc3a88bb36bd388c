import LifecycleModel
import Store
import TestSupport
import Testing

@Suite("Results, proofs of use and their moves in every store")
struct UseContractTests {
    private func day(_ year: Int, _ month: Int = 3, _ day: Int = 1) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? .earliest
    }

    private func task(_ code: String, acceptedOn day: CivilDate?, event: Int64) -> TaskRow {
        var task = TaskRow.sample(code, event: event)
        (task.acceptedOn, task.host, task.programme) = (day, "VNN", "CT1")
        return task
    }

    private func result(_ task: String, _ number: Int64, _ state: String = "delivered") -> ResultRow {
        ResultRow(task: task, number: number, name: "Giống lúa \(number)", kind: "kind-1", holder: "VNN", state: state)
    }

    private func proof(_ task: String, _ number: Int64, of result: Int64, _ state: String = "declared") -> EvidenceRow {
        EvidenceRow(
            task: task,
            number: number,
            result: result,
            kind: "production",
            usedOn: day(2024, 5),
            place: "Nông Cống",
            user: nil,
            state: state
        )
    }

    private func move(_ task: String, _ number: Int64, _ state: String, event: Int64) -> UseMoveRow {
        UseMoveRow(
            task: task,
            machine: "evidence",
            number: number,
            state: state,
            happenedOn: day(2024, 6),
            recordedOn: day(2024, 7),
            event: event
        )
    }

    @Test("they are found by the day of acceptance, both ends counting, or by the task", arguments: StoreFactory.all)
    func found(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let codes = ["A-1", "B-2", "C-3", "D-4"]
            let accepted = [day(2023, 12, 31), day(2024, 1, 1), day(2024, 12, 31), nil]
            try store.write { writer in
                for (place, code) in codes.enumerated() {
                    let task = task(code, acceptedOn: accepted[place], event: Int64(place) + 1)
                    try writer.record(task)
                    try writer.save([result(code, 2, "promised"), result(code, 1)], of: code)
                    try writer.save([proof(code, 1, of: 2)], of: code)
                    try writer.add([move(code, 1, "declared", event: Int64(place) + 1)])
                }
                try writer.save([result("B-2", 2, "withdrawn")], of: "B-2")
                try writer.save([proof("B-2", 1, of: 1, "checked")], of: "B-2")
            }
            let year = try store.read { try $0.uses(UseFilter(accepted: day(2024, 1, 1)...day(2024, 12, 31))) }
            #expect(year.tasks.map(\.code) == ["B-2", "C-3"])
            #expect(year.tasks.map(\.acceptedOn) == [day(2024, 1, 1), day(2024, 12, 31)])
            #expect(year.tasks.first?.host == "VNN" && year.tasks.first?.programme == "CT1")
            #expect(
                year.results == [result("B-2", 1), result("B-2", 2, "withdrawn"), result("C-3", 1), result("C-3", 2, "promised")]
            )
            #expect(year.evidence == [proof("B-2", 1, of: 1, "checked"), proof("C-3", 1, of: 2)])
            #expect(year.moves == [move("B-2", 1, "declared", event: 2), move("C-3", 1, "declared", event: 3)])

            let all = try store.read { try $0.uses(UseFilter()) }
            #expect(all.tasks.map(\.code) == ["A-1", "B-2", "C-3"])
            #expect(Set(all.results.map(\.task)) == ["A-1", "B-2", "C-3"])

            let one = try store.read { try $0.uses(UseFilter(task: "D-4")) }
            #expect(one.tasks.isEmpty)
            #expect(one.results.map(\.number) == [1, 2])
            #expect(one.moves.count == 1)
        }
    }

    @Test(
        "tasks of which a result names a goal are found whether they passed or not, and the quantities with them",
        arguments: StoreFactory.all
    )
    func goals(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            var served = result("B-2", 2, "promised")
            (served.goal, served.unit, served.quantity) = ("crop-varieties", "giống", 3)
            try store.write { writer in
                for (place, code) in ["A-1", "B-2", "C-3"].enumerated() {
                    try writer.record(task(code, acceptedOn: place == 1 ? nil : day(2024, 1, 1), event: Int64(place) + 1))
                    try writer.save([result(code, 1)], of: code)
                    try writer.save([proof(code, 1, of: 1)], of: code)
                    try writer.add([move(code, 1, "declared", event: Int64(place) + 1)])
                }
                try writer.save([served], of: "B-2")
            }
            let found = try store.read { try $0.uses(UseFilter(namesGoal: true)) }
            #expect(found.tasks.isEmpty)
            #expect(found.results == [result("B-2", 1), served])
            #expect(found.evidence.map(\.task) == ["B-2"] && found.moves.map(\.task) == ["B-2"])
            #expect(try store.read { try $0.uses(UseFilter()) }.results.map(\.task) == ["A-1", "C-3"])
            (served.state, served.delivered, served.goal) = ("delivered", 2, "gene-sources")
            try store.write { try $0.save([served], of: "B-2") }
            #expect(try store.read { try $0.uses(UseFilter(namesGoal: true)) }.results.last == served)
        }
    }

    @Test("a row of another task and a move of another machine are refused", arguments: StoreFactory.all)
    func refused(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { _ = try $0.record(.sample("A-1")) }
            var other = move("A-1", 1, "open", event: 1)
            other.machine = "advance"
            let bad: [(any StoreWriter) throws -> Void] = [
                { try $0.save([result("B-2", 1)], of: "A-1") }, { try $0.save([proof("B-2", 1, of: 1)], of: "A-1") },
                { try $0.add([other]) }, { try $0.save([proof("A-1", 1, of: 0)], of: "A-1") },
            ]
            for write in bad {
                let error = #expect(throws: StoreError.self) { try store.write { try write($0) } }
                #expect(error?.code == .constraint)
            }
        }
    }
}
