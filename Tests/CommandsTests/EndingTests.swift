import CanonicalJSON
import Foundation
import Testing

/// Settlement and recovery, by the program itself, on tasks of the sample as they stood the day before.
@Suite("Money at the end")
struct EndingTests {
    @Test("a settlement recognises what was cleared and splits what was saved; nothing is recorded after it")
    func settlement() throws {
        let desk = try EndedDesk(before: "settle", movement: "budget_settled")
        let settle = "settle TASK --doc QĐ-QT:7/QĐ-SKHCN:\(desk.day)"
        let trial = try desk.money(settle + " --dry-run")
        #expect(trial["receipt"]?.isNull == true)
        #expect(try desk.money("show TASK")["settled"]?.isNull == true)

        let told = try #require(try desk.money(settle)["settlement"]?.object)
        for (part, sum) in desk.sums { #expect(told[part]?.int == sum, "\(part)") }
        #expect(try desk.money("show TASK")["settled"]?.int == desk.facts["closing.settled_money"].flatMap { Int64($0) })

        let again = try desk.money(settle, exit: 1)
        #expect(again.text.contains("14.1"))
        #expect(try desk.run(["audit", "verify"]).exit == 0)
        #expect(try desk.run(["store", "verify"]).exit == 0)
    }

    @Test("a recovery is not decided below the law's least, and is paid in parts up to what is owed")
    func recovery() throws {
        let desk = try EndedDesk(before: "decide-repayment", with: "failure.fault=subjective", movement: "recovery_decided")
        func figure(_ name: String) throws -> Int64 { try #require(desk.facts["failure.\(name)_money"].flatMap { Int64($0) }) }
        let (unused, proper, unproven) = (try figure("unused"), try figure("proper"), try figure("unproven"))
        let words =
            "recover TASK --fault subjective --unused \(unused) --proper \(proper) --unproven \(unproven) --doc QĐ-THKP:1:\(desk.day)"
        let show = try desk.money("show TASK")
        let percent: Int64 = show["plan"]?["mode"]?.string == "final-product" ? 40 : 30
        let least = unused + unproven + (proper * percent + 99) / 100

        let refused = try desk.money(words + " --decided \(least - 1)", exit: 1)
        #expect(refused.text.contains("16.2"))
        #expect(try desk.money("show TASK")["owed"]?.int == 0)

        let decided = try desk.money(words)
        #expect(decided["owed"]?.int == least)
        let officer = "MAU-CB-09"
        _ = try desk.money("recover TASK --paid \(least + 1) --doc CT-NT:1:\(desk.day)", exit: 1, as: officer)
        #expect(try desk.money("recover TASK --paid 1000000 --doc CT-NT:1:\(desk.day)", as: officer)["owed"]?.int == least - 1_000_000)
        #expect(try desk.money("recover TASK --paid \(least - 1_000_000) --doc CT-NT:2:\(desk.day)", as: officer)["owed"]?.int == 0)
        #expect(try desk.run(["store", "verify"]).exit == 0)
    }

    @Test("outside the lump sum the authority sets an item anew, once the change is approved, but not below what is cleared of it")
    func outside() throws {
        let desk = try BudgetDesk()
        let chair = ["NHIEMVU_ACTOR": "MAU-CB-11"]
        func adjust(_ items: String) throws -> Program.Outcome {
            let words = [
                "budget", "adjust", BudgetDesk.task, "--reason", "Giá giảm", "--date", "2022-10-03", "--doc", "PLHĐ:1/PLHĐ:2022-10-03",
            ]
            return try desk.run(words + BudgetDesk.items(items), environment: chair)
        }
        let below = try adjust("assets-bought:2022=400.000.000 materials:2022=99.999.999")
        #expect(below.exit == 1 && below.error.contains("Ít nhất 100.000.000 đồng"), "\(below.error)")
        let unasked = try adjust("assets-bought:2022=390.000.000 materials:2022=100.000.000")
        #expect(unasked.exit == 1 && unasked.error.contains("10.3b"), "\(unasked.error)")

        let task = ["task", "do", BudgetDesk.task]
        let asked = try desk.run(
            task + [
                "request-change", "--date", "2022-10-01", "--set", "execution.change_kind=money-outside-lump-sum", "--doc",
                "CV-ĐN:1/CV:2022-10-01",
            ],
            environment: ["NHIEMVU_ACTOR": BudgetDesk.host]
        )
        #expect(asked.exit == 0, "\(asked.error)")
        let approved = try desk.run(
            task + ["approve", "--on", "change-request:1", "--date", "2022-10-02", "--doc", "D1-QĐĐC:1/QĐ:2022-10-02"],
            environment: chair
        )
        #expect(approved.exit == 0, "\(approved.error)")
        let done = try adjust("assets-bought:2022=390.000.000 materials:2022=100.000.000")
        #expect(done.exit == 0, "\(done.error)")
        #expect(try desk.json(["budget", "show", BudgetDesk.task])["approved"]?.int == 1_088_500_000)
    }
}

extension JSONValue {
    fileprivate var isNull: Bool { if case .null = self { true } else { false } }
    fileprivate var text: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
