import CanonicalJSON
import LifecycleModel
import SQLiteStore
import Services
import Store
import Testing

@Suite("Entering parties")
struct RegisterPartyTests {
    private func organisation(_ code: String, _ name: String) throws -> RegisterParty.Entry {
        .organisation(Organisation(code: try OrganisationCode(code), name: name, kind: "other", province: nil))
    }

    @Test("A new one is one event; the same code twice is refused")
    func new() throws {
        let office = try Office()
        let before = try office.head()
        let register = RegisterParty(try office.at("2022-03-01", as: "CV01"))
        let receipt = try register(try organisation("X", "Viện X"), replacing: false)
        #expect(receipt.events == (before.size + 1)...(before.size + 1))
        #expect(Result { try register(try organisation("X", "Viện Y"), replacing: false) }.faultCode == "duplicate-code")
        #expect(try office.head() == receipt.head)
        #expect(try office.store.read { try $0.registered(.organisation, code: "X") }?["name"]?.string == "Viện X")
    }

    @Test("Somebody registered answers for every entry after the first", arguments: [("", "actor-missing"), ("CV99", "unknown-actor")])
    func answeredFor(_ actor: String, _ code: String) throws {
        let office = try Office()
        let before = try office.head()
        let register = RegisterParty(try office.at("2022-03-01", as: actor))
        #expect(Result { try register(try organisation("X", "Viện X"), replacing: false) }.faultCode == code)
        #expect(try office.head() == before)
    }

    @Test("A change is an event, no change is none, and what is not there cannot be changed")
    func change() throws {
        let office = try Office()
        let register = RegisterParty(try office.at("2022-03-01", as: "CV01"))
        let before = try office.head()
        #expect(try register(try organisation("VNN", "Viện Nông nghiệp"), replacing: true).events == nil)
        #expect(try office.head() == before)
        #expect(try register(try organisation("VNN", "Viện Nông nghiệp Thanh Hóa"), replacing: true).events != nil)
        #expect(Result { try register(try organisation("NOPE", "X"), replacing: true) }.faultCode == "unknown-code")
    }

    @Test("A host that changes its name is found by the new one, and the store agrees with itself")
    func renamed() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        _ = try RegisterParty(try office.at("2022-03-02", as: "CV01"))(try organisation("VNN", "Viện Lúa"), replacing: true)
        var filter = TaskFilter()
        filter.words = [VietnameseText.folded("lua"), VietnameseText.folded("vien")]
        #expect(try office.store.read { try $0.tasks(filter) }.map(\.code) == ["T-1"])
        #expect(try VerifyStore(office.store)(vault: office.vault).isEmpty)
    }

    @Test("The sex of a person is kept where it is known and left out where it is not", arguments: [nil, Person.Sex.female, .male])
    func sex(_ sex: Person.Sex?) throws {
        let office = try Office()
        let person = Person(code: try PersonCode("P"), name: "P", sex: sex)
        _ = try RegisterParty(try office.at("2022-03-01", as: "CV01"))(.person(person), replacing: false)
        let kept = try #require(try office.store.read { try $0.registered(.person, code: "P") })
        #expect(try Person(json: kept) == person)
        #expect(kept["sex"]?.string == sex?.rawValue)
    }

    @Test("The address of a person is kept where it is known and left out where it is not", arguments: [nil, "p@vien.example.vn"])
    func address(_ text: String?) throws {
        let office = try Office()
        let person = Person(code: try PersonCode("P"), name: "P", email: try text.map { try MailAddress($0) })
        _ = try RegisterParty(try office.at("2022-03-01", as: "CV01"))(.person(person), replacing: false)
        let kept = try #require(try office.store.read { try $0.registered(.person, code: "P") })
        #expect(try Person(json: kept) == person)
        #expect(kept["email"]?.string == text)
    }

    @Test("A person belongs to an organisation that is there")
    func person() throws {
        let office = try Office()
        let person = Person(
            code: try PersonCode("P"),
            name: "P",
            title: nil,
            organisation: try OrganisationCode("NOPE"),
            field: nil,
            roles: []
        )
        let register = RegisterParty(try office.at("2022-03-01", as: "CV01"))
        #expect(Result { try register(.person(person), replacing: false) }.faultCode == "unknown-code")
    }
}
