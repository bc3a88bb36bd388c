import LifecycleModel
import Rules
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("efects", "effects"), ("oficer", "officer"), ("offcier", "officer"), ("requries", "requires"), ("xyz", nil), ("", nil),
    ])
    func nearest(word: String, expected: String?) {
        #expect(Suggestion.nearest(to: word, in: ["effects", "officer", "requires", "records"]) == expected)
    }

    @Test func listsWhatIsKnownWhenThereIsLittle() {
        #expect(Suggestion.hint(for: "zzz", in: ["b", "a"])?.en == "known are: a, b")
        #expect(Suggestion.hint(for: "zzz", in: (1...20).map { "name\($0)" }) == nil)
        #expect(Suggestion.hint(for: "zzz", in: []) == nil)
    }
}
