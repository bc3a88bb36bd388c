import CanonicalJSON
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Personal data that somebody tampered with")
struct PersonalTamperingTests {
    /// An office where the data of one person were erased.
    private func office() throws -> Office {
        let office = try Office()
        _ = try RegisterParty(try office.at("2022-02-01", as: "CV01"))(
            .person(Person(code: try PersonCode("X"), name: "Lê Văn Mẫu")),
            replacing: false
        )
        let day = try CivilDate(parsing: "2022-02-02")
        let request = ErasePersonalData.Request(try PersonCode("X"), decision: "1", reason: "Đơn", day: day)
        _ = try ErasePersonalData(try office.at("2022-02-02", as: "CV01"), vault: office.vault)(request)
        return office
    }

    @Test(
        "are found, with the event and the person",
        arguments: [
            ("UPDATE personal SET content = replace(content, 'CT01', 'CT02') WHERE person = 'CT01'", "CT01"),
            ("UPDATE personal SET salt = randomblob(32) WHERE person = 'CT01'", "CT01"),
            ("UPDATE personal SET salt = NULL, content = NULL, erased_by = 3 WHERE person = 'CT01'", "CT01"),
            ("UPDATE personal SET person = 'CV01' WHERE person = 'CT01'", "CT01"),
            ("UPDATE personal SET event = event + 1 WHERE person = 'CT01'", "CT01"),
            ("UPDATE personal SET commitment = randomblob(32) WHERE person = 'CT01'", "CT01"),
            ("DELETE FROM personal WHERE person = 'CT01'", "CT01"), ("DELETE FROM personal WHERE person = 'X'", "X"),
            ("UPDATE personal SET erased_by = 2 WHERE person = 'X'", "X"),
            ("UPDATE personal SET erased_by = NULL, salt = zeroblob(32), content = '{}' WHERE person = 'X'", "X"),
            (
                "INSERT INTO personal (commitment, event, person, salt, content) VALUES (randomblob(32), 1, 'Y', randomblob(32), '{}')",
                "Y"
            ),
        ]
    )
    func found(_ statement: String, _ person: String) throws {
        let office = try office()
        #expect(try office.store.read { try PersonalVerification.faults(in: $0) } == [])
        try office.store.close()
        try RawFile(path: office.path).tamper(statement)
        let store = try SQLiteStore.open(office.path, readOnly: true)
        let faults = try store.read { try PersonalVerification.faults(in: $0) }
        #expect(faults.contains { $0.person == person }, "\(faults)")
        #expect(try VerifyStore(store)(vault: office.vault).contains { $0.code == "personal-data" })
        _ = try store.read { try $0.verifyLog() }
    }

    @Test("cannot be changed, only erased, by statements that keep the schema's guards")
    func guarded() throws {
        let office = try office()
        let file = RawFile(path: office.path)
        for statement in [
            "UPDATE personal SET content = '{}' WHERE person = 'CT01'", "DELETE FROM personal",
            "UPDATE personal SET erased_by = NULL, salt = zeroblob(32), content = '{}' WHERE person = 'X'",
        ] {
            #expect(throws: RawFile.Failure.self) { try file.run(statement) }
        }
    }
}
