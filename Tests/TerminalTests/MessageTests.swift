import LifecycleModel
import Terminal
import Testing

@Suite("Message")
struct MessageTests {
    @Test(
        "a mistyped word finds the one that was meant, without regard to case, marks and swapped letters",
        arguments: [
            ("tsak", "task"), ("Task", "task"), ("tham-dinh", "thẩm-định"), ("budegt", "budget"), ("calender", "calendar"),
            ("ru1es", "rules"),
        ]
    )
    func meant(word: String, expected: String) {
        let known = ["task", "rules", "budget", "calendar", "thẩm-định", "store"]
        #expect(Message.didYouMean(word, among: known)?.vi == "có phải ý bạn là ‘\(expected)’?")
    }

    @Test("what is like nothing gets no suggestion", arguments: ["", "xyz", "nghiệm thu", "t"])
    func nothing(word: String) {
        #expect(Message.didYouMean(word, among: ["task", "rules", "budget"]) == nil)
    }

    @Test("of several near ones, the nearest come first, three at most")
    func several() {
        let phrase = Message.didYouMean("stat", among: ["start", "state", "stage", "stats", "stay"])
        #expect(phrase?.vi == "có phải ý bạn là ‘start’, ‘state’ hoặc ‘stats’?")
        #expect(phrase?.en == "did you mean ‘start’, ‘state’ or ‘stats’?")
    }

    @Test("lists are joined as people join them")
    func lists() {
        #expect(Message.both(["a", "b", "c"]).vi == "a, b và c")
        #expect(Message.either(["a", "b"]).en == "a or b")
        #expect(Message.either(["a"]).vi == "a")
        #expect(Message.both([]).en == "")
    }

    @Test("English counts have a plural", arguments: [(0, "0 tasks"), (1, "1 task"), (2, "2 tasks")])
    func counts(number: Int, english: String) {
        let phrase = Message.count(number, "nhiệm vụ", one: "task", many: "tasks")
        #expect(phrase[.en] == english)
        #expect(phrase[.vi] == "\(number) nhiệm vụ")
    }
}
