import LifecycleModel

/// Everybody who acts, and a ledger of who is busy or barred when: parties are chosen so that the rules agree with every choice.
final class Cast {
    /// Spans of days, by organisation or person.
    private var barred: [String: [ClosedRange<CivilDate>]] = [:]
    private var busy: [String: [ClosedRange<CivilDate>]] = [:]

    // MARK: Acting

    /// The person who holds a post for a task.
    func actor(_ post: Post, in story: Story, on day: CivilDate) -> String {
        let plan = story.plan
        let council = twoDigits((Field.allCases.firstIndex(of: plan.field) ?? 0) + 1)
        return switch post {
        case .director: "MAU-CB-01"
        case .head: "MAU-CB-0\(1 + plan.field.unit)"
        case .officer: "MAU-CB-0\(4 + plan.field.unit)"
        case .secretary: "MAU-CB-08"
        case .finance: "MAU-CB-09"
        case .information: "MAU-CB-10"
        case .provinceChair: "MAU-CB-11"
        case .provinceFinance: "MAU-CB-12"
        case .councilChair: "MAU-HD-\(council)-CT"
        case .councilSecretary: "MAU-HD-\(council)-TK"
        case .proposer: SamplePeople.contact(of: story.proposer)
        case .orderer: SamplePeople.contact(of: story.orderer)
        case .host: SamplePeople.contact(of: story.host(on: day))
        case .investigator: story.investigator ?? ""
        case .applicant(let organisation): SamplePeople.contact(of: organisation)
        case .institutionHead: SamplePeople.institutionHead(of: story.host(on: day))
        case .institutionOfficer: SamplePeople.institutionOfficer(of: story.host(on: day))
        case .system: "system"
        }
    }

    // MARK: Choosing

    /// A host and investigator of the field, who on that day are neither busy nor barred, nor will be barred before a contract is signed.
    ///
    /// - Parameter host: the only host wanted, when there is one; it is taken even where a bar lies ahead of it.
    func applicant(_ field: Field, on day: CivilDate, host: String? = nil, besides: String? = nil, _ chance: inout Chance) -> Applicant? {
        let hosts = SampleOrganisations.hosts.indices.filter { SampleOrganisations.hosts[$0].fields.contains(field) }
            .map(SampleOrganisations.host).filter { code in
                if let host { return code == host }
                return code != besides && isFree(code, day)
            }
        guard !hosts.isEmpty else { return nil }
        let first = chance.number(0...hosts.count - 1)
        for place in hosts.indices {
            let host = hosts[(first + place) % hosts.count]
            let start = chance.number(0...SamplePeople.investigatorsOfHost - 1)
            for number in 0..<SamplePeople.investigatorsOfHost {
                let person = SamplePeople.investigator((start + number) % SamplePeople.investigatorsOfHost, of: host)
                if isFree(person, day), (busy[person] ?? []).allSatisfy({ $0.upperBound < day }) {
                    return Applicant(host: host, investigator: person)
                }
            }
        }
        return nil
    }

    private func isFree(_ party: String, _ day: CivilDate) -> Bool {
        let window = day...day.adding(days: 400)
        return (barred[party] ?? []).allSatisfy { !$0.overlaps(window) }
    }

    // MARK: Ledger

    /// Notes that a party is barred from one day to another.
    func bar(_ party: String?, from: CivilDate, until: CivilDate) {
        guard let party, from <= until else { return }
        barred[party, default: []].append(from...until)
    }

    /// Notes that somebody leads a task; a later note replaces the end.
    func engage(_ person: String?, from: CivilDate, until: CivilDate = .latest) {
        guard let person else { return }
        busy[person, default: []].removeAll { $0.lowerBound == from }
        busy[person, default: []].append(from...max(from, until))
    }
}

/// An organisation that applies, with the person who would lead.
struct Applicant {
    let host: String
    let investigator: String
}
