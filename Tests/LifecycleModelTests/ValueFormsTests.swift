import CanonicalJSON
import LifecycleModel
import Testing

@Suite struct ValueFormsTests {
    @Test func phrasesFallBackToVietnamese() throws {
        #expect(Phrase(vi: "Đạt", en: "pass")[.en] == "pass")
        #expect(Phrase(vi: "Đạt", en: "pass")[.vi] == "Đạt")
        #expect(Phrase(vi: "Đạt")[.en] == "Đạt")
        #expect(Language.standard == .vi)
        #expect(try Phrase(json: "Đạt") == Phrase(vi: "Đạt"))
    }

    @Test func blockersComeBackFromJSON() throws {
        let full = Blocker(
            code: "document_missing",
            message: Phrase(vi: "Thiếu biên bản", en: "The minutes are missing"),
            parameters: [.init("document", "B1-4"), .init("stage", "selection")],
            facts: [.init(path: "council.present", value: "7"), .init(path: "council.minutes", value: nil)],
            basis: "TT 20/2023/TT-BKHCN, Điều 12",
            cure: Phrase(vi: "Thư ký đính kèm biên bản", en: "The secretary attaches the minutes")
        )
        let bare = Blocker(code: "x", message: Phrase(vi: "Sai"))
        for blocker in [full, bare] {
            #expect(try Blocker(json: JSONValue(parsing: blocker.json.canonicalBytes)) == blocker)
        }
        #expect(full.missing == ["council.minutes"])
        #expect(full[parameter: "stage"] == "selection")
        #expect(full.json(in: .en)["message"] == "The minutes are missing")
        #expect(full.json(in: .en)["parameters"]?["document"] == "B1-4")
        #expect(bare.json.canonicalText == #"{"code":"x","message":{"en":"","vi":"Sai"}}"#)
    }

    @Test func registryValuesComeBackFromJSON() throws {
        let bar = Organisation.Bar(
            from: try CivilDate(parsing: "2024-01-01"),
            until: try CivilDate(parsing: "2025-12-31"),
            reason: "Nộp hồ sơ quyết toán chậm",
            basis: "Điều 5"
        )
        let host = Organisation(code: try .init("DHHD"), name: "Trường Đại học A", kind: "university", province: "Thanh Hóa", bars: [bar])
        #expect(try Organisation(json: host.json) == host)
        #expect(host.bars(on: try CivilDate(parsing: "2025-12-31")) == [bar])
        #expect(host.bars(on: try CivilDate(parsing: "2026-01-01")).isEmpty)
        #expect(Organisation.Bar(from: bar.from, until: nil, reason: "").stands(on: .latest))

        let person = Person(code: try .init("ng-01"), name: "Nguyễn Văn Ân", title: "TS.", organisation: host.code, roles: ["secretary"])
        #expect(try Person(json: person.json) == person)
        // Without ties and findings it is written as it was before there were any.
        #expect(person.json.object?.keys == ["code", "name", "title", "organisation", "field", "roles"])
        var related = person
        related.kin = [Person.Kin(to: try .init("ng-02"), .spouse, source: "Lý lịch")]
        related.findings = [
            Person.Finding(
                .sanction,
                evidence: "QĐ 7",
                from: try CivilDate(parsing: "2024-01-01"),
                until: try CivilDate(parsing: "2024-12-31")
            ),
            Person.Finding(.partiality, evidence: "BB 3", concern: .task(try .init("T-1"))),
            Person.Finding(.relatedInterest, evidence: "BB 4", concern: .organisation(host.code)),
            Person.Finding(.relatedInterest, evidence: "BB 5", concern: .person(try .init("ng-02"))),
        ]
        #expect(try Person(json: related.json) == related)
        #expect(throws: JSONShapeFault.self) {
            try Person(json: ["code": "a", "name": "x", "kin": [["person": "b", "tie": "aunt", "source": ""]]])
        }
        #expect(person.titledName == "TS. Nguyễn Văn Ân")
        #expect(person.givenName == "Ân")

        let programme = Programme(code: try .init("CT1"), name: "Chương trình 1", years: 2021...2025)
        #expect(try Programme(json: programme.json) == programme)
    }

    @Test func wrongFormsAreNamed() {
        #expect(throws: JSONShapeFault(path: "last_year", expected: "a year not before 2025", found: "2021")) {
            try Programme(json: ["code": "CT1", "name": "x", "first_year": 2025, "last_year": 2021])
        }
        let fault = #expect(throws: JSONShapeFault.self) {
            try Organisation(json: ["code": "A", "name": "x", "kind": "y", "bars": [["from": "2025-02-30", "reason": "z"]]])
        }
        #expect(fault?.path == "bars[0].from")
        #expect(fault?.expected == "a date (there is no day 30 in February 2025)")
        #expect(throws: JSONShapeFault.self) { try Person(json: ["code": "a b", "name": "x"]) }
    }

    @Test func faultsSpeakBothLanguages() {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: "{\"a\":1.5}") }
        #expect(fault?.phrase.vi == "JSON hỏng tại dòng 1, cột 6: số có phần lẻ, chỉ nhận số nguyên")
        let faults: [any ExplainedError] = [
            CivilDateFault.noSuchMonth(13), CivilDateFault.yearOutOfRange(1), DongFault.overflow, DongFault.notWhole,
            DongFault.commaGrouping(text: "1,000", suggestion: "1.000"), IDFault.empty, IDFault.character(text: "a\n", "\n"),
            MomentFault.malformed(text: "x"), PositionFault.samples, JSONShapeFault(path: "a", expected: "a string", found: nil),
        ]
        for fault in faults {
            #expect(!fault.phrase.vi.isEmpty)
            #expect(!fault.phrase.en.isEmpty)
            #expect(fault.phrase.vi != fault.phrase.en)
        }
    }
}

extension PositionFault {
    fileprivate static var samples: any ExplainedError {
        do {
            _ = try Position(parsing: "x")
            return IDFault.empty
        } catch {
            return error
        }
    }
}
