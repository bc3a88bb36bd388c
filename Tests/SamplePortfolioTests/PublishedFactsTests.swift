import Importing
import LifecycleModel
import SamplePortfolio
import Testing

/// What was published about the real portfolio stands in the sample.
@Suite struct PublishedFactsTests {
    private let lists = [2020: "5286/QĐ-UBND", 2021: "5347/QĐ-UBND", 2022: "5192/QĐ-UBND", 2023: "4486/QĐ-UBND"]

    @Test func approvedIn2020To2023() {
        let approved = Set(lists.values.flatMap(Sample.listed))
        #expect(approved.count == 179)
        let direct = approved.filter { code in
            Sample.history[code]?.contains { $0.event == "finalise-recommendation" && $0.fact("task.route") == "direct-assignment" }
                ?? false
        }
        #expect(direct.count == 123)
    }

    @Test func listOf2022() throws {
        let listed = Sample.listed(by: "5192/QĐ-UBND")
        #expect(listed.count == 39)
        for code in listed {
            let events = Sample.history[code] ?? []
            let decision = try #require(events.first { $0.event == "approve-list" })
            #expect(decision.happenedOn.description == "2021-12-16")
            #expect(
                events.contains {
                    $0.document("TTr-DM").map { $0.number == "2202/TTr-SKHCN" && $0.date.description == "2021-12-05" } ?? false
                }
            )
        }
    }

    @Test func planOf2024() {
        let proposals = Sample.portfolio.tasks.filter { $0.value.year == 2024 && $0.value.level == "province" }.map(\.value.code.text)
        let declined = proposals.filter { code in Sample.history[code]?.contains { $0.event == "decline" } ?? false }
        #expect(proposals.count - declined.count == 50)
    }

    @Test func callOf2025() throws {
        let listed = Sample.listed(by: "2374/QĐ-UBND")
        #expect(listed.count == 40)
        var opened = 0
        var dossiers = 0
        for code in listed {
            let events = Sample.history[code] ?? []
            let call = try #require(events.first { $0.document("TB-TC") != nil })
            #expect(call.document("TB-TC") == DocumentReference(form: "TB-TC", number: "112/TB-SKHCN", date: call.happenedOn))
            #expect(call.happenedOn.description == "2025-07-08")
            if let opening = events.first(where: { $0.event == "open-dossiers" }) {
                #expect(opening.happenedOn.description == "2025-08-22")
                opened += 1
            }
            dossiers += events.count { $0.event == "receive-dossier" }
        }
        #expect((opened, dossiers) == (38, 38))
        #expect(listed.count { code in Sample.history[code]?.contains { $0.event == "record-no-dossier" } ?? false } == 2)
    }
}
