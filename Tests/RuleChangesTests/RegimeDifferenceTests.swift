import Foundation
import LifecycleModel
import RuleChanges
import Rules
import Testing

@Suite("The difference of two regimes")
struct RegimeDifferenceTests {
    @Test("is nothing for the same rules")
    func same() throws {
        let regime = try Variant.plain()
        #expect(RegimeDifference(from: regime, to: regime).changes.isEmpty)
    }

    /// An edit that writes the same rules another way.
    static let respelt: [(String, String)] = [
        ("version: 1.0.0", "version: 1.1.0"),
        ("regime: old-law", "# Một chú thích\nregime: old-law"),
        ("by: [officer, chair]", "by: [chair, officer]"),
        ("that: '\"review\" in fired'", "that: '((\"review\"   in fired))'"),
        ("{vi: Rút, en: Withdraw}, from: ordering/proposed", "{vi: Rút, en: Withdraw}, from: 'ordering/proposed'"),
        (
            "  - {event: pause, label: {vi: Tạm dừng, en: Pause}, from: execution/running, to: execution/paused, by: [officer], basis: \"TT 1/2020, Điều 7\"}\n  - {event: resume, label: {vi: Tiếp tục, en: Resume}, from: execution/paused, to: execution/running, by: [officer], basis: \"TT 1/2020, Điều 7\"}\n",
            "  - {event: resume, label: {vi: Tiếp tục, en: Resume}, from: execution/paused, to: execution/running, by: [officer], basis: \"TT 1/2020, Điều 7\"}\n  - {event: pause, label: {vi: Tạm dừng, en: Pause}, from: execution/running, to: execution/paused, by: [officer], basis: \"TT 1/2020, Điều 7\"}\n"
        ),
        (
            "      - {id: two-people, separate-from: [review], basis: \"TT 1/2020, Điều 3.2\"}\n      - {id: money, amount: {of: award.money, at-most: param.money_limit}, basis: \"TT 1/2020, Điều 4\"}\n",
            "      - {id: money, amount: {of: award.money, at-most: \"param.money_limit\"}, basis: \"TT 1/2020, Điều 4\"}\n      - {id: two-people, separate-from: [review], basis: \"TT 1/2020, Điều 3.2\"}\n"
        ), ("id: two-people,", "id: two-persons,"),
    ]

    @Test("does not see how a file is written", arguments: respelt.indices)
    func spelling(_ index: Int) throws {
        let difference = RegimeDifference(from: try Variant.plain(), to: try Variant.edited([Self.respelt[index]]))
        #expect(difference.changes.isEmpty, "\(difference.changes.map(\.sentence.en))")
    }

    @Test("does not see a part moved to a fragment")
    func fragment() throws {
        let file = Variant.folder.appendingPathComponent("old-law/regime.yaml")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let cut = try #require(text.range(of: "machines:\n  report:"))
        let moved = try Variant.read([
            "old-law/regime.yaml": String(text[..<cut.lowerBound]).replacing("[../common.yaml]", with: "[../common.yaml, ../report.yaml]"),
            "report.yaml": String(text[cut.lowerBound...]),
        ])
        #expect(RegimeDifference(from: try Variant.plain(), to: moved).changes.isEmpty)
    }

    /// An edit and the one change it is, as `part kind aspect`.
    static let edits: [(old: String, new: String, change: String)] = [
        ("label: {vi: Luật cũ, en: The old law}", "label: {vi: Luật năm xưa, en: The old law}", "regime changed label"),
        ("value: 2000000000", "value: 3000000000", "parameters changed value"),
        ("\"TT 1/2020, Điều 4\", standing: model", "\"TT 1/2020, Điều 4a\", standing: model", "parameters changed basis"),
        ("Điều 4\", standing: model", "Điều 4\", standing: binding", "parameters changed standing"),
        ("{vi: Kinh phí cao nhất, en: Most money}", "{vi: Kinh phí tối đa, en: Most money}", "parameters changed label"),
        ("term: 10 working-days", "term: 15 working-days", "deadlines changed term"),
        ("term: 10 working-days", "term: 10 calendar-days", "deadlines changed term"),
        ("term: 10 working-days", "term: 10 working-days\n    grace: 5 working-days", "deadlines changed grace"),
        ("term: 10 working-days", "term: 10 working-days\n    lock: 6 months", "deadlines changed lock"),
        ("term: 10 working-days", "term: 10 working-days\n    reminders: [-7, 0]", "deadlines changed reminders"),
        ("term: 10 working-days", "term: 10 working-days\n    roll: next-working-day", "deadlines changed roll"),
        ("stops: [accept]", "stops: [accept, pause]", "deadlines changed stops"),
        ("starts: [{on: award, from: award.on}]", "starts: [{on: award}]", "deadlines changed starts"),
        ("    suspended-in: [execution/paused]\n", "", "deadlines changed suspended-in"),
        ("    owner: host\n    passing:", "    owner: officer\n    passing:", "deadlines changed owner"),
        (
            "      - {at: due, bar: host, reason: {vi: Chưa nghiệm thu đúng hạn, en: Not accepted in time}}\n", "",
            "deadlines changed passing"
        ),
        ("by: [chair]", "by: [chair, officer]", "transitions changed by"),
        ("documents: [QĐ-1]", "documents: []", "transitions changed documents"),
        ("record-within: 30", "record-within: 20", "transitions changed record-within"),
        ("award.money, task.host,", "award.money, \"task.host?\",", "transitions changed records"),
        ("count: 2", "count: 4", "transitions changed effects"),
        ("      - set: {task.state_money: award.money}\n", "", "transitions changed effects"),
        ("    basis: TT 1/2020, Điều 9\n", "    basis: TT 1/2020, Điều 99\n", "transitions changed basis"),
        (
            "from: execution/paused, to: execution/running, by: [officer]",
            "from: execution/paused, to: acceptance/accepted, by: [officer]",
            "transitions changed to"
        ),
        (
            "  - {event: withdraw, label: {vi: Rút, en: Withdraw}, from: ordering/proposed",
            "  - {event: withdraw, label: {vi: Rút, en: Withdraw}, from: [ordering/proposed, execution/paused]", "transitions changed from"
        ),
        ("at-least: 1, in: [received]", "at-least: 2, in: [received]", "requirements changed that"),
        ("that: '\"review\" in fired'", "that: '\"review\" in fired || \"pause\" in fired'", "requirements changed that"),
        ("{vi: Chưa rà soát, en: Not reviewed}", "{vi: Chưa rà, en: Not reviewed}", "requirements changed else"),
        ("cure: [officer]", "cure: [officer, chair]", "requirements changed cure"),
        ("      - {id: host-free, no-bar: host, basis: \"TT 1/2020, Điều 6\"}\n", "", "requirements removed"),
        (
            "    effects:\n      - set:",
            "      - {id: known, known: [award.on], basis: \"TT 1/2020, Điều 6\"}\n    effects:\n      - set:",
            "requirements added"
        ),
        (
            "{vi: Đã nghiệm thu, en: Accepted}, counts-as: [awarded, accepted]", "{vi: Đạt, en: Accepted}, counts-as: [awarded, accepted]",
            "states changed label"
        ),
        ("counts-as: [awarded, accepted]}", "counts-as: [awarded]}", "states changed counts-as"),
        ("end: withdrawn}", "end: cancelled}", "states changed end"),
        ("{vi: Thực hiện, en: Execution}", "{vi: Triển khai, en: Execution}", "stages changed label"),
        ("money: {type: dong,", "money: {type: int,", "facts changed type"),
        ("{vi: Ngày nhận, en: Received on}", "{vi: Ngày nộp, en: Received on}", "facts changed label"),
        (
            "label: {vi: Báo cáo định kỳ, en: Periodic report}\n    initial", "label: {vi: Báo cáo, en: Report}\n    initial",
            "machines changed label"
        ),
    ]

    @Test("names each change once", arguments: edits.indices)
    func one(_ index: Int) throws {
        let edit = Self.edits[index]
        let difference = RegimeDifference(from: try Variant.plain(), to: try Variant.edited([(edit.old, edit.new)]))
        let found = difference.changes.map {
            [$0.part.rawValue, $0.kind.rawValue, $0.aspect?.key].compactMap { $0 }.joined(separator: " ")
        }
        #expect(found == [edit.change], "\(difference.changes.map(\.sentence.en))")
        // The way back is the same change the other way round.
        let back = RegimeDifference(from: difference.new, to: difference.old)
        #expect(back.changes.map(\.aspect) == difference.changes.map(\.aspect))
        #expect(back.changes.map(\.old?.text) == difference.changes.map(\.new?.text))
        #expect(difference.changes.allSatisfy { !$0.sentence.vi.isEmpty && !$0.sentence.en.isEmpty })
    }

    @Test("tells a number with the articles of both sides")
    func sentence() throws {
        let new = try Variant.edited([
            (
                "value: 2000000000, unit: dong, basis: \"TT 1/2020, Điều 4\", standing: model",
                "value: 3000000000, unit: dong, basis: QĐ 9/2026/QĐ-UBND, standing: binding"
            )
        ])
        let changes = RegimeDifference(from: try Variant.plain(), to: new).changes
        #expect(
            changes.map(\.sentence.vi) == [
                "tham số money_limit «Kinh phí cao nhất», giá trị: 2.000.000.000 ₫ (TT 1/2020, Điều 4; mẫu quốc gia) → "
                    + "3.000.000.000 ₫ (QĐ 9/2026/QĐ-UBND; bắt buộc)"
            ]
        )
        #expect(
            changes.map(\.sentence.en) == [
                "parameter money_limit “Most money”, value: 2.000.000.000 ₫ (TT 1/2020, Điều 4; model) → "
                    + "3.000.000.000 ₫ (QĐ 9/2026/QĐ-UBND; binding)"
            ]
        )
    }

    @Test("pairs transitions of one event by their way")
    func pairing() throws {
        let line =
            "  - {event: withdraw, label: {vi: Rút, en: Withdraw}, from: ordering/proposed, to: ordering/withdrawn, by: [host, officer], basis: \"TT 1/2020, Điều 3\"}\n"
        let second = line.replacing("ordering/proposed", with: "execution/paused")
        let two = try Variant.edited([(line, line + second)])
        let added = RegimeDifference(from: try Variant.plain(), to: two).changes
        #expect(added.map(\.kind) == [.added] && added.first?.part == .transitions)
        let turned = try Variant.edited([(line, second.replacing("[host, officer]", with: "[host]") + line)])
        let changes = RegimeDifference(from: two, to: turned).changes
        #expect(changes.map(\.aspect?.key) == ["by"] && changes.first?.old?.text.vi == "«Chuyên viên»")
    }

    @Test("tells of things that come and go whole")
    func whole() throws {
        let (old, new) = (try Variant.plain(), try Variant.edited([("RP-1:", "RP-2:")]))
        let changes = RegimeDifference(from: old, to: new).changes
        #expect(changes.map(\.kind) == [.removed, .added] && changes.allSatisfy { $0.part == .deadlines })
        #expect(changes.last?.path == "machines/report/deadlines/RP-2" && changes.last?.new?.text.vi == "1 tháng")
        var without = old
        without.machines = [:]
        let gone = RegimeDifference(from: old, to: without).changes.filter { $0.part == .machines }
        #expect(gone.map(\.kind) == [.removed] && gone.first?.subject.vi == "report «Báo cáo định kỳ»")
    }
}
