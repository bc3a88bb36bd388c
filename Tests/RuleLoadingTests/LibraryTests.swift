import CanonicalJSON
import Foundation
import LifecycleModel
import RuleLoading
import Rules
import Testing
import WorkingCalendar

/// The rule directory as a whole: choice, overlays, fragments, moves between regimes.
@Suite struct LibraryTests {
    private static let choice = """
        overlays: [local/here.yaml]
        facts:
          task: {level: {type: choice, label: Cấp, choices: {province: Cấp tỉnh, base: Cấp cơ sở}}}
          award: {on: {type: date, label: Ngày phê duyệt}}
        parameters:
          new_law_from: {label: Ngày hiệu lực, value: 2025-10-01, unit: date, basis: Điều 73, standing: binding}
        straddles:
          - {when: has(award.on) && award.on == param.new_law_from, else: {vi: Người quyết định, en: A person decides}, basis: Điều 73}
        choose:
          - {regime: sample, when: 'task.level == "province"', basis: Điều 73.3}

        """

    private static let overlay = """
        overlay: here
        label: Tỉnh ta
        for:
          sample:
            version: 2
            parameters:
              pass_mark: {value: 75, basis: QĐ 1/QĐ-UBND, standing: binding}
            deadlines:
              T-1: {term: 15 working-days, basis: QĐ 2/QĐ-UBND}

        """

    private func folder(_ more: [String: String] = [:]) throws -> RuleFolder {
        var files = SoundRules.files()
        files["regimes.yaml"] = Self.choice
        files["local/here.yaml"] = Self.overlay
        files["calendar/vn-holidays.csv"] = "date,name\n"
        return try RuleFolder(files.merging(more) { $1 })
    }

    private func errors(_ folder: RuleFolder) -> [String] {
        folder.check().filter { $0.severity == .error }.map { "\($0.file):\($0.line):\($0.column) \($0.code)" }
    }

    @Test func loads() throws {
        let folder = try folder()
        let library = try WorkflowLibrary.load(directory: folder.path)
        #expect(library.regimes.keys.sorted() == ["sample"])
        #expect(library.choice.rules.map(\.regime) == ["sample"])
        #expect(library.choice.straddles.map(\.message) == [Phrase(vi: "Người quyết định", en: "A person decides")])
        #expect(library.holidayTable.hasSuffix("/calendar/vn-holidays.csv"))
        #expect(library.remarks.map(\.code) == ["unused-role", "unused-form"])
        let compiled = try #require(library.regimes["sample"])
        #expect(compiled.hash == compiled.regime.sha256 && compiled.hash.count == 64)
        #expect(try WorkflowLibrary.load(regime: "sample", directory: folder.path).regime == compiled.regime)
    }

    @Test func overlayReplacesNumbers() throws {
        let regime = try folder().load()
        #expect(regime.version == "1.0.0+here.2")
        #expect(regime.parameters["pass_mark"]?.value == .integer(75))
        #expect(regime.parameters["pass_mark"]?.basis == "QĐ 1/QĐ-UBND")
        #expect(regime.parameters["pass_mark"]?.label == Phrase(vi: "Điểm tối thiểu"))
        #expect(regime.task.deadlines["T-1"]?.term.description == "15 working days")
        #expect(regime.task.deadlines["T-1"]?.standing == .binding)
        let bare = try folder(["regimes.yaml": Self.choice.replacing("overlays: [local/here.yaml]\n", with: "")]).load()
        #expect(bare.version == "1.0.0" && bare.sha256 != regime.sha256)
    }

    @Test func overlayFaults() throws {
        let overlay = """
            overlay: here
            label: Tỉnh ta
            for:
              sample:
                version: 1
                parameters:
                  pass_mrk: {value: 75, basis: B}
                  pass_mark: {value: many, basis: B, label: Khác}
                deadlines:
                  T-9: {term: 1 year, basis: B}
                  T-2: {term: 1 year}
                  dossier/T-1: {term: 1 year, basis: B}
              smaple: {version: 1}

            """
        let found = errors(try folder(["local/here.yaml": overlay]))
        #expect(
            found == [
                "local/here.yaml:7:7 unknown-parameter", "local/here.yaml:8:26 wrong-type", "local/here.yaml:8:42 unknown-key",
                "local/here.yaml:10:7 unknown-deadline", "local/here.yaml:11:12 missing-basis", "local/here.yaml:12:7 unknown-deadline",
                "local/here.yaml:13:3 unknown-regime",
            ]
        )
    }

    @Test func choiceFaults() throws {
        let choice = """
            overlays: [local/gone.yaml, ../../etc/passwd]
            parameters:
              from: {label: Ngày, value: 2025-10-01, unit: date, standing: binding}
            chose: []
            straddles:
              - {when: today > param.from}
            choose:
              - {regime: other, when: 'true', basis: Điều 1}
              - {regime: sample, when: 'param.from', basis: Điều 1}
              - {regime: sample, when: 'nothing'}

            """
        let found = errors(try folder(["regimes.yaml": choice]))
        #expect(
            found == [
                "regimes.yaml:1:12 unreadable-file", "regimes.yaml:1:29 bad-path", "regimes.yaml:3:3 missing-basis",
                "regimes.yaml:4:1 unknown-key", "regimes.yaml:6:5 missing-key", "regimes.yaml:8:14 unknown-regime",
                "regimes.yaml:9:29 type-mismatch", "regimes.yaml:10:5 missing-basis", "regimes.yaml:10:29 unknown-name",
            ]
        )
    }

    @Test func fragments() throws {
        let base = SoundRules.base.replacing("label: {vi: Mẫu", with: "uses: [../common/used.yaml, ../common/gone.yaml]\nlabel: {vi: Mẫu")
        let other = SoundRules.base.replacing("regime: sample", with: "regime: other\nuses: [../common/used.yaml]")
        let folder = try folder([
            "sample/regime.yaml": base, "other/regime.yaml": other, "other/life.yaml": SoundRules.life,
            "other/more.yaml": "transitions: [{event: note, label: Ghi, from: ordering/*, by: [shared-one]}]",
            "common/used.yaml": "roles:\n  shared-one: {label: Một, held-by: host}\n  shared-two: {label: Hai, held-by: host}\n",
            "common/idle.yaml": "roles: {}\n",
        ])
        let found = folder.check().map { "\($0.file):\($0.line) \($0.code)" }
        #expect(found.filter { $0.hasPrefix("common/") } == ["common/idle.yaml:1 unused-fragment", "common/used.yaml:3 unused-role"])
        #expect(errors(folder) == ["sample/regime.yaml:3:29 unreadable-file"])
    }

    @Test func movesIntoTheMiddle() throws {
        let moves = """
            transitions:
              - {event: ask, label: Xin, from: ordering/proposed, by: [officer], effects: [{open: {machine: note}}]}
              - {event: move, label: Chuyển, from: ordering/*, by: [officer], effects: [{set-regime: {regime: other, position: ordering/screened}}]}
            """
        let machine = """
            machines:
              note:
                label: Ghi chú
                initial: open
                states: {open: {label: Mở}, over: {label: Xong, end: completed}}
                transitions: [{event: end, label: Xong, from: open, to: over, by: [officer]}]

            """
        let opening =
            "transitions: [{event: ask, label: Xin, from: ordering/proposed, by: [officer], effects: [{open: {machine: note}}]}]\n"
        for (entries, codes) in [
            ("", ["no-entry"]), ("entries: {ordering/screened: }\n", ["entry-machines"]),
            ("entries: {ordering/screened: {machines: [note]}}\n", []),
        ] {
            let folder = try folder([
                "sample/moves.yaml": moves, "sample/machine.yaml": machine,
                "other/regime.yaml": SoundRules.base.replacing("regime: sample", with: "regime: other"),
                "other/life.yaml": SoundRules.life, "other/more.yaml": machine + opening + entries,
            ])
            #expect(errors(folder).map { String($0.split(separator: " ")[1]) } == codes)
        }
    }

    @Test func movesBetweenRegimes() throws {
        let moves = """
            transitions:
              - {event: move, label: Chuyển, from: ordering/*, by: [officer], effects: [{set-regime: {regime: other, position: ordering/proposed}}]}
              - {event: move-far, label: Chuyển, from: ordering/*, by: [officer], effects: [{set-regime: {regime: other, position: ordering/x}}]}
              - {event: move-off, label: Chuyển, from: ordering/*, by: [officer], effects: [{set-regime: {regime: gone, position: a/b}}]}
            """
        let folder = try folder([
            "sample/moves.yaml": moves, "other/regime.yaml": SoundRules.base.replacing("regime: sample", with: "regime: other"),
            "other/life.yaml": SoundRules.life,
        ])
        #expect(
            errors(folder).map { $0.split(separator: ":")[1] + " " + $0.split(separator: " ")[1] } == [
                "3 unknown-state", "4 unknown-regime",
            ]
        )
    }

    @Test func nothingThere() throws {
        let folder = try RuleFolder(["x.txt": ""])
        #expect(
            folder.check().map { "\($0.file) \($0.code)" } == ["calendar/vn-holidays.csv unreadable-file", "regimes.yaml unreadable-file"]
        )
        #expect(WorkflowLibrary.check(directory: "/nowhere/at/all").map(\.code) == ["unreadable-file"])
        #expect(try self.folder().check("smaple").first?.hint == Phrase(vi: "có phải là ‘sample’?", en: "did you mean ‘sample’?"))
        #expect(throws: RuleFileFaults.self) { try WorkflowLibrary.load(directory: folder.path) }
    }

    @Test func jsonForm() throws {
        let folder = try RuleFolder(SoundRules.files(["bad.yaml": "lable: x\nroles: {chair: {label: Chủ tịch, held-by: province}}\n"]))
        let json = folder.check("sample").filter { $0.file == "sample/bad.yaml" }.json(in: .en)
        #expect(
            json == [
                "errors": [
                    [
                        "file": "sample/bad.yaml", "line": 1, "column": 1, "code": "unknown-key", "message": "there is no key ‘lable’ here",
                        "hint": "did you mean ‘label’?",
                    ]
                ],
                "warnings": [
                    [
                        "file": "sample/bad.yaml", "line": 2, "column": 9, "code": "unused-role",
                        "message": "the role ‘chair’ is not used anywhere",
                    ]
                ], "notes": [],
            ]
        )
        #expect(folder.check("sample")[0].text(in: .vi).hasPrefix("sample/bad.yaml:1:1: lỗi[unknown-key]: không có khóa ‘lable’"))
    }

    @Test func defaultMessages() throws {
        let text = """
            transitions:
              - event: note
                label: Ghi
                from: ordering/screened
                by: [officer]
                requires:
                  - {id: paper, documents: [A-1]}
                  - {id: met, deadline-met: T-1}
                  - {id: known, known: [score.on]}
                  - {id: host, no-bar: host}
                  - {id: own, deadline-met: T-2, else: {vi: Muộn rồi, en: Too late}}
            """
        let regime = try RuleFolder(SoundRules.files(["note.yaml": text])).load()
        let note = try #require(regime.task.transitions.first { $0.event == "note" })
        #expect(
            note.requires.map(\.message.vi) == [
                "Chưa có văn bản, kèm số và ngày: A-1 (Phiếu đề xuất)", "Đã quá thời hạn T-1 (Sơ tuyển)", "Chưa có thông tin: Ngày chấm",
                "Tổ chức chủ trì đang bị hạn chế nhận nhiệm vụ", "Muộn rồi",
            ]
        )
        #expect(note.requires.allSatisfy { !$0.message.en.isEmpty })
    }
}
