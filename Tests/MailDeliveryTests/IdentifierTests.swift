import LifecycleModel
import MailDelivery
import Testing

@Suite("Message identifier")
struct IdentifierTests {
    @Test(
        "a key can be read in it, and read back out of it",
        arguments: [
            ("digest/MAU-CB-02/2025-12-31", "digest/MAU-CB-02/2025-12-31"), ("a.b", "a.b"), (".a..b.", "=2Ea.=2Eb=2E"),
            ("a=2Eb", "a=3D2Eb"),
            ("nhắc việc", "nh=E1=BA=AFc=20vi=E1=BB=87c"), ("<a@b>", "=3Ca=40b=3E"), ("a~b", "a=7Eb"), (" ", "=20"), ("🌾", "=F0=9F=8C=BE"),
        ]
    )
    func odd(key: String, left: String) throws {
        let message = try MadeMail.message(key: key)
        #expect(message.identifier == "<\(left)@thanhhoa.example.vn>")
        #expect(MailMessage.key(ofIdentifier: message.identifier) == key)
        #expect(MadeMail.headers(message.bytes)["Message-ID"] == message.identifier)
        #expect(MadeMail.isDotAtom(left))
    }

    @Test("long keys are cut and still are told apart")
    func long() throws {
        let keys = (0..<200).map { String(repeating: "Quyết định/", count: 40) + "\($0)" } + [String(repeating: "x", count: 121)]
        let identifiers = try keys.map { try MadeMail.message(key: $0).identifier }
        #expect(Set(identifiers).count == keys.count)
        #expect(identifiers.allSatisfy { $0.utf8.count <= 120 + "<@thanhhoa.example.vn>".utf8.count })
        #expect(identifiers[0].hasPrefix("<Quy=E1=BA=BFt=20"))
        #expect(identifiers.allSatisfy { MailMessage.key(ofIdentifier: $0) == nil })
        #expect(try MadeMail.message(key: String(repeating: "x", count: 120)).identifier.hasPrefix("<xxx"))
        for identifier in identifiers { #expect(MadeMail.isDotAtom(String(identifier.dropFirst().prefix { $0 != "@" }))) }
    }

    @Test(
        "what somebody else wrote has no key",
        arguments: ["<a b@c>", "<a=2@c>", "<a=41@c>", "<a=ff@c>", "<CAF+x=~y@mail.example>", "nothing", "", "<@>"]
    )
    func foreign(text: String) {
        #expect(MailMessage.key(ofIdentifier: text) == nil)
    }
}
