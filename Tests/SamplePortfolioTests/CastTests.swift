import LifecycleModel
import Testing

@testable import SamplePortfolio

@Suite struct CastTests {
    private let day = CivilDate(2023, 3, 1)

    @Test func takesNobodyWhoIsBusyOrBarred() throws {
        let cast = Cast()
        var chance = Chance(named: "cast")
        let host = SampleOrganisations.host(0)
        for number in 1..<SamplePeople.investigatorsOfHost {
            cast.engage(SamplePeople.investigator(number, of: host), from: day.adding(days: -100))
        }
        let first = try #require(cast.applicant(.agriculture, on: day, host: host, &chance))
        #expect(first.investigator == SamplePeople.investigator(0, of: host))
        cast.bar(first.investigator, from: day, until: day.adding(months: 36))
        #expect(cast.applicant(.agriculture, on: day, host: host, &chance) == nil)
    }

    @Test func freesWhoFinished() throws {
        let cast = Cast()
        var chance = Chance(named: "cast")
        let host = SampleOrganisations.host(0)
        for number in 0..<SamplePeople.investigatorsOfHost {
            cast.engage(SamplePeople.investigator(number, of: host), from: day.adding(days: -100), until: day.adding(days: -1))
        }
        #expect(cast.applicant(.agriculture, on: day, host: host, &chance) != nil)
    }

    @Test func passesOverBarredHosts() throws {
        let cast = Cast()
        var chance = Chance(named: "hosts")
        for index in SampleOrganisations.hosts.indices where index != 16 {
            cast.bar(SampleOrganisations.host(index), from: day.adding(days: 300), until: .latest)
        }
        let chosen = try #require(cast.applicant(.medicine, on: day, &chance))
        #expect(chosen.host == SampleOrganisations.host(16))
    }
}
