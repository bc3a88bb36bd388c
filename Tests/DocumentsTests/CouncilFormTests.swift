import LifecycleModel
import Testing

@testable import Documents

@Suite("Forms and fields of councils") struct CouncilFormTests {
    @Test("every fact is a source the catalogue reads and writes", arguments: CouncilFact.allCases)
    func sources(_ fact: CouncilFact) {
        let source = FieldSource("council \(fact.rawValue)")
        #expect(source == .council(fact) && source?.text == "council \(fact.rawValue)")
    }

    @Test("where a task stands is a source, too")
    func position() {
        let text = "position a/b a/c not a/d"
        #expect(FieldSource(text) == .position(yes: ["a/b", "a/c"], no: ["a/d"]) && FieldSource(text)?.text == text)
    }

    @Test(
        "an unknown fact is refused",
        arguments: ["council", "council nothing", "council members twice", "position a/b", "position a/b not", "position not a/b c/d"]
    )
    func unknown(_ text: String) {
        #expect(FieldSource(text) == nil)
    }

    @Test("every fact has a field in the shipped catalogue, lists as lists, and sealed columns exist")
    func catalogue() throws {
        let catalogue = try ShippedFormsTests.catalogue()
        for fact in CouncilFact.allCases {
            let fields = catalogue.fields.filter { $0.source == .council(fact) }
            #expect(!fields.isEmpty, "\(fact)")
            for column in fact.sealedColumns { #expect(catalogue["\(fact.rawValue).\(column)"] != nil, "\(column)") }
        }
    }

    private static let head = "form,label_vi,label_en,basis,signed_by"

    @Test("a list of forms may say to which council each belongs, or leave the column out")
    func column() throws {
        func read(_ text: String) throws -> [FormDefinition] { try FormDefinition.read(Array(text.utf8), file: "forms.csv") }
        #expect(try read("\(Self.head)\nA,Mẫu,Form,Điều 1,council\n")[0].council == nil)
        let paper = try read("\(Self.head),council\nA,Mẫu,Form,Điều 1,council,selection minutes\nB,Mẫu,Form,Điều 1,member,\n")
        #expect(paper[0].council?.kind == "selection" && paper[0].council?.purpose == .minutes && paper[1].council == nil)
        let fault = #expect(throws: DocumentFault.self) { try read("\(Self.head),council\nA,Mẫu,Form,Điều 1,council,minutes\n") }
        #expect(fault?.code == .wrongCatalogue && fault?.place == "forms.csv:2")
    }

    @Test("papers of one member are those made before anybody votes", arguments: CouncilPaper.Purpose.allCases)
    func ofOneMember(_ purpose: CouncilPaper.Purpose) {
        let isOfOne = CouncilPaper("any \(purpose.rawValue)")?.isOfOneMember
        #expect(isOfOne == [.invitation, .review, .ballot].contains(purpose))
    }
}
