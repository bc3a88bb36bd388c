import LifecycleModel
import Testing

@Suite struct IDTests {
    @Test(arguments: ["KHCN-2024/015", "a", "07_2025.b", "ĐTKHCN.2024-12", String(repeating: "x", count: 64)])
    func takes(text: String) throws {
        #expect(try TaskCode(text).text == text)
    }

    @Test(arguments: [
        ("", IDFault.empty), ("a b", .character(text: "a b", " ")), ("a\n", .character(text: "a\n", "\n")),
        ("a\u{200B}b", .character(text: "a\u{200B}b", "\u{200B}")),
        ("a;b", .character(text: "a;b", ";")), ("-a", .edge(text: "-a")), ("..", .edge(text: "..")), ("a/", .edge(text: "a/")),
        (String(repeating: "x", count: 65), .tooLong(text: String(repeating: "x", count: 65), limit: 64)),
        ("😀", .character(text: "😀", "😀")),
    ])
    func refuses(text: String, fault: IDFault) {
        #expect(throws: fault) { try TaskCode(text) }
    }

    @Test func keepsTheComposedForm() throws {
        let code = try PersonCode("nguye\u{302}\u{303}n")
        #expect(code.text.unicodeScalars.elementsEqual("nguyễn".unicodeScalars))
    }

    @Test func readsPositions() throws {
        let position = try Position(parsing: "acceptance/passed")
        #expect(position == Position(stage: "acceptance", state: "passed"))
        #expect(position.description == "acceptance/passed")
        for text in ["", "a", "a/", "/b", "a/b/c", "a /b", "a/b\u{A0}", "a//b"] {
            #expect(throws: PositionFault.self) { try Position(parsing: text) }
        }
    }
}
