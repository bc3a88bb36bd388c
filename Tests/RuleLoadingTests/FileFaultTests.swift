import Foundation
import LifecycleModel
import RuleLoading
import Rules
import Testing

/// What is wrong with a file as such, and with YAML as such.
@Suite struct FileFaultTests {
    private func errors(_ text: String, life: String? = SoundRules.life) throws -> [String] {
        let diagnostics = try RuleFolder(SoundRules.files(["bad.yaml": text], life: life)).check("sample")
        return diagnostics.filter { $0.severity == .error && $0.file == "sample/bad.yaml" }.map { "\($0.line):\($0.column) \($0.code)" }
    }

    @Test(arguments: [
        ("roles:\n\tofficer: {}\n  \tb: 1\n", ["2:1 tab", "3:3 tab"]),
        ("", ["1:1 empty-file"]),
        ("# only a comment\n", ["1:1 empty-file"]),
        ("roles: [a\n", ["2:1 yaml"]),
        ("transitions:\n  - {event: x, from: *}\n", ["2:23 yaml"]),
        ("label: Một: hai\n", ["1:11 yaml"]),
        ("a: 1\n---\nb: 2\n", ["2:1 yaml"]),
        ("roles:\n  a: \u{0007}x\n", ["2:6 hidden-character"]),
        ("- a\n- b\n", ["1:1 wrong-type"]),
        ("roles: {a", ["1:10 yaml"]),
        ("# a remark\u{2028}roles: 1\n", ["1:11 hidden-character"]), ("# a remark\rroles: 1\n", ["1:11 hidden-character"]),
        ("# a remark\u{85}roles: 1\n", ["1:11 hidden-character"]), ("roles: {} # \u{202E}x\n", ["1:13 hidden-character"]),
        ("forms: {Cơ\u{0309}: {label: A}}\n", ["1:10 not-nfc"]),
    ])
    func oneFault(text: String, expected: [String]) throws {
        #expect(try errors(text) == expected)
    }

    @Test func tabsAreExplained() throws {
        let diagnostics = try RuleFolder(SoundRules.files(["bad.yaml": "roles:\n\ta: 1\n"])).check("sample")
        let tab = try #require(diagnostics.first { $0.code == "tab" })
        #expect(tab.message.vi == "YAML không dùng ký tự tab để thụt dòng")
        #expect(tab.hint != nil)
    }

    @Test func whatStandsInAnUnreadableFileIsNotMissedElsewhere() throws {
        let elsewhere = """
            transitions:
              - {event: note, label: Ghi, from: ordering/*, by: [officer]}
            regimen: x
            """
        let folder = try RuleFolder(SoundRules.files(["bad.yaml": elsewhere], life: "stages:\n\t- stage: ordering\n"))
        let codes = folder.check("sample").filter { $0.severity == .error }.map(\.code)
        #expect(codes.sorted() == ["tab", "unknown-key"])
    }

    @Test func duplicateKeysComeTogetherWithOtherFaults() throws {
        let text = """
            roles:
              chair: {label: Chủ tịch, held-by: province}
              chair: {label: Chủ tịch, held-by: province}
              "chair": {label: Chủ tịch, held-by: province}
            forms:
              C-1: {label: Một, label: Hai, lable: Ba}
            roles: {}
            """
        #expect(
            try errors(text) == ["3:3 duplicate-key", "4:3 duplicate-key", "6:21 duplicate-key", "6:33 unknown-key", "7:1 duplicate-key"]
        )
    }

    @Test func aDuplicateNamesItsLine() throws {
        let diagnostics = try RuleFolder(SoundRules.files(["bad.yaml": "forms:\n  C: {label: A}\n  C: {label: B}\n"])).check("sample")
        let found = try #require(diagnostics.first { $0.code == "duplicate-key" })
        #expect(found.message.en == "the key ‘C’ occurs twice, first on line 2")
    }

    @Test func sameNameInTwoFiles() throws {
        let folder = try RuleFolder(
            SoundRules.files(["bad.yaml": "roles:\n  officer: {label: A, held-by: host}\nversion: 2.0.0\ninitial: ordering/proposed\n"])
        )
        let found = folder.check("sample").filter { $0.code == "duplicate-name" }
        // Files are read by name: what comes later, life.yaml and regime.yaml, repeats.
        #expect(found.map { "\($0.file):\($0.line)" } == ["sample/life.yaml:12", "sample/regime.yaml:2", "sample/regime.yaml:5"])
    }

    @Test func brokenUTF8() throws {
        let folder = try RuleFolder(SoundRules.files())
        try folder.write("sample/bad.yaml", Data("roles:\n  a: ".utf8 + [0xC3, 0x28] + "\n".utf8))
        let found = folder.check("sample").filter { $0.severity == .error }
        #expect(found.map { "\($0.line):\($0.column) \($0.code)" } == ["2:6 not-utf8"])
    }

    @Test func byteOrderMarkAndWindowsLines() throws {
        let folder = try RuleFolder(SoundRules.files())
        let text = "\u{FEFF}roles:\r\n  chair: {label: Chủ tịch, held-by: nobody}\r\n"
        try folder.write("sample/bad.yaml", Data(text.utf8))
        let found = folder.check("sample").filter { $0.severity == .error }.map { "\($0.line):\($0.column) \($0.code)" }
        #expect(found == ["2:37 unknown-value"])
    }

    @Test func tooLarge() throws {
        let folder = try RuleFolder(SoundRules.files())
        try folder.write("sample/bad.yaml", Data(repeating: UInt8(ascii: "#"), count: (2 << 20) + 1))
        #expect(folder.check("sample").filter { $0.severity == .error }.map(\.code) == ["file-too-large"])
    }

    @Test(.timeLimit(.minutes(1))) func aliasesCannotMultiply() throws {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1...30 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(try errors(bomb) == ["1:1 too-many-aliases"])
        var smaller = "a0: &a0 [\(Array(repeating: "x", count: 200).joined(separator: ", "))]\n"
        for level in 1...12 { smaller += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(try errors(smaller) == ["1:1 file-too-large"])
    }

    @Test func deepNesting() throws {
        #expect(try errors("a: " + String(repeating: "[", count: 100_000)).map { $0.suffix(4) } == ["yaml"])
        let deep = "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(try errors(deep) == ["1:1 unknown-key"])
    }

    @Test func aBrokenFileDoesNotHideTheOthers() throws {
        let files = SoundRules.files(["bad.yaml": "roles: [\n", "worse.yaml": "lables: x\nforms: {C-1: {label: Một}}\n"])
        let errors = try RuleFolder(files).check("sample").filter { $0.severity == .error }
        #expect(errors.map { "\($0.file) \($0.code)" } == ["sample/bad.yaml yaml", "sample/worse.yaml unknown-key"])
    }
}
