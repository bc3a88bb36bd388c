import Importing
import LifecycleModel

extension Story {
    /// A whole story, from what the task is registered with to the last day.
    static func told(_ plan: Plan, _ cast: Cast, _ titles: inout Titles) -> Story? {
        guard let code = try? TaskCode(plan.code) else { return nil }
        var chance = Chance(named: plan.code + "/registration")
        let span = plan.list.proposals
        let proposed = OfficeDays.onOrBefore(span.lowerBound.adding(days: chance.number(0...span.lowerBound.days(to: span.upperBound))))
        let orderers = SampleOrganisations.orderers.indices.filter { SampleOrganisations.orderers[$0].fields.contains(plan.field) }
        let hosts = SampleOrganisations.hosts.indices.filter { SampleOrganisations.hosts[$0].fields.contains(plan.field) }
        let orderer = SampleOrganisations.orderer(chance.one(of: orderers))
        let proposer = chance.happens(70) ? SampleOrganisations.host(chance.one(of: hosts)) : orderer
        let kind = kind(of: plan, &chance)
        var registration = TaskRegistration(
            code: code,
            title: titles.next(plan.field, kind: kind, &chance),
            proposedOn: max(proposed, span.lowerBound)
        )
        registration.year = plan.list.year
        registration.regime = plan.road.regime
        registration.level = plan.road == .base ? "base" : "province"
        registration.kind = kind
        registration.field = plan.field.rawValue
        if plan.road == .province, (2021...2025).contains(plan.list.year), chance.happens(85) {
            registration.programme = SampleProgrammes.code(chance.happens(12) ? 1 : plan.field.programme)
        }
        registration.orderer = try? OrganisationCode(orderer)
        if plan.road != .base {
            registration.stateMoney = Dong(plan.money / 100 * Int64(chance.number(105...130)) / 10_000_000 * 10_000_000)
            registration.months = Int64(plan.months)
            registration.facts = [FactText(path: "task.proposer", text: proposer)]
        }
        let story = Story(plan, registration, proposer: proposer, orderer: orderer, cast)
        do throws(Horizon) {
            switch plan.road {
            case .province: try story.takeProvincialRoad()
            case .law2025: try story.takeRoadOf2025()
            case .base: try story.takeBaseRoad()
            }
        } catch {}
        story.carryOver(into: SamplePortfolio.asOf.year)
        return story
    }

    private static func kind(of plan: Plan, _ chance: inout Chance) -> String {
        switch plan.field {
        case .agriculture, .engineering: chance.happens(30) ? "pilot-production-project" : chance.happens(12) ? "science-project" : "topic"
        case .medicine: chance.happens(12) ? "pilot-production-project" : "topic"
        case .socialScience, .humanities: chance.happens(15) ? "scheme" : "topic"
        case .naturalScience: "topic"
        }
    }

    private func takeProvincialRoad() throws(Horizon) {
        try propose()
        guard [.listed, .returnedFirst, .secondCouncil, .listReturned].contains(plan.ordering) else { return }
        try select()
    }
}
