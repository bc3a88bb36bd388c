import Councils
import LifecycleModel
import Services
import Testing

@Suite("A box of ballots from a file")
struct BallotBoxTests {
    private func session() throws -> CouncilSession {
        let office = try CouncilOffice()
        try office.screened()
        return try office.opened("2024-02-01").session
    }

    private func faults(_ text: String) throws -> [String] {
        do {
            _ = try BallotBox(for: try session()).casts(Array(text.utf8))
            return []
        } catch let refusal as BallotBox.Rejection {
            return refusal.faults.map { "\($0.row) \($0.column ?? "-") \($0.blocker.code)" }
        }
    }

    @Test("an empty table has a row a ballot; filled in it is read back")
    func roundTrip() throws {
        let box = BallotBox(for: try session())
        var lines = try box.emptyTable().split(whereSeparator: \.isNewline).map(String.init)
        #expect(lines.count == 10 && lines[0] == "member,subject,need,scale,novelty,use,order,source,void,correct")
        lines[1] = "P1,NV-1,đ,Đạt,không đạt,có,1,yes,,"
        lines[2] = "P2,NV-1,,,,,,,trống,"
        lines[3] = "P3,NV-1,,,,,,,ghi hai ý kiến,"
        let casts = try box.casts(Array(lines.joined(separator: "\r\n").utf8))
        #expect(casts.map(\.vote.voter.text) == ["P1", "P2", "P3"])
        #expect(casts[0].vote.marks == .items(["need": true, "scale": true, "novelty": false, "use": true, "order": true, "source": true]))
        #expect(casts[1].vote.marks == .blank && casts[2].vote.marks == .irregular("ghi hai ý kiến"))
    }

    @Test("JSON says the same")
    func json() throws {
        let text = """
            [{"member": "P1", "marks": {"need": "đ", "scale": true, "novelty": "k", "use": 1, "order": "đ", "source": "đ"}},
             {"member": "P2", "void": "blank"}]
            """
        let casts = try BallotBox(for: try session()).casts(Array(text.utf8))
        #expect(casts.map(\.vote.voter.text) == ["P1", "P2"] && casts[1].vote.marks == .blank)
    }

    @Test(
        "what is wrong is named with row and column",
        arguments: [
            ("member,nead\nP1,đ", ["1 nead unknown-column"]), ("need\nđ", ["1 member column-missing"]),
            ("member,need,need\nP1,đ,đ", ["1 need column-twice"]), ("member,need\nP1", ["2 - cell-count"]),
            ("member,need\nP1,có lẽ", ["2 need wrong-mark"]), ("member,need\nP11,đ", ["2 member not_a_member"]),
            ("member,subject,need\nP1,9,đ", ["2 subject subject_unknown"]), ("member,need,void\nP1,đ,trống", ["2 void void-and-marks"]),
            ("member,need\n\"P1,đ", ["2 - broken-quotes"]), ("member,need\n", ["1 - box-empty"]),
            (
                "member,need\nP1,đ",
                ["2 scale mark_missing", "2 novelty mark_missing", "2 use mark_missing", "2 order mark_missing", "2 source mark_missing"]
            ),
            ("member,need\nP1,x", ["2 need wrong-mark"]),
            ("member,void\nP1,trống\nP2,trống\nP1,trống", ["4 member ballot-twice"]), ("{\"member\": \"P1\"}", ["1 - not-an-array"]),
            ("[{\"member\": \"P1\", \"marks\": [\"đ\"]}]", ["1 marks marks-shape"]),
            ("[{\"member\": \"P1\", \"marks\": {\"member\": \"P2\"}}]", ["1 marks marks-shape"]),
            ("[{\"membr\": \"P1\", \"void\": \"blank\"}]", ["1 membr unknown-key"]),
            ("[1]", ["1 - not-an-object"]), ("[{\"member\"}]", ["1 - broken-json"]),
        ]
    )
    func wrong(text: String, expected: [String]) throws {
        #expect(try faults(text) == expected)
    }

    @Test("another encoding is refused with the way out")
    func encoding() throws {
        let refusal = #expect(throws: BallotBox.Rejection.self) { _ = try BallotBox(for: try session()).casts([0x6D, 0xE9, 0x0A]) }
        #expect(refusal?.faults.first?.blocker.code == "not-utf8")
    }
}
