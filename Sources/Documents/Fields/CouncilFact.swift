/// What documents print of a session of a council that is on record; the catalogue of fields writes it `council members`.
public enum CouncilFact: String, Sendable, Hashable, CaseIterable {
    /// What the rules call the council; an office may give its full name instead.
    case name
    /// Lists of who sits, who came as a guest, who counted, who keeps another opinion.
    case members, guests, counters, dissents
    /// Lists of what is judged, by which criteria, and of the ballots; how the result follows, step by step.
    case dossiers, products, criteria, scores, working
    /// Ballots that were taken back: another one of the same member stands in their place.
    case replaced
    /// Names: the scientific secretary, who presides.
    case secretary, presiding
    /// Members who are there, how many must be, and those who are not, by name.
    case present, needed, absent
    /// How often it was put off, and who was taken out before it opened, with the reasons.
    case adjournments, replacements
    /// The chair's written authority for the deputy.
    case authority
    /// The day it met, or is to meet.
    case meetingOn = "meeting_on"
    /// The member a paper is made for: name, seat, organisation.
    case memberName = "member_name"
    case memberRole = "member_role"
    case memberOrganisation = "member_organisation"
    /// The dossier a paper is made for: who applies.
    case dossierHost = "dossier_host"
    case dossierInvestigator = "dossier_investigator"
    /// Ballots in the box, those that count and those that do not.
    case ballots
    case validBallots = "valid_ballots"
    case voidBallots = "void_ballots"
    /// Votes of a session on one subject.
    case votesFor = "votes_for"
    case votesAgainst = "votes_against"
    case votesExcellent = "votes_excellent"
    case votesPass = "votes_pass"
    case votesFail = "votes_fail"
    /// How the ballots rate the synthesis report.
    case reportRatings = "report_ratings"
    /// The result, the applicant the council proposes, and the next one should that fall out.
    case result, winner
    case winnerInvestigator = "winner_investigator"
    case runnerUp = "runner_up"
    /// The conclusion in words.
    case conclusion

    /// Whether it comes out of ballots: nothing of it may be told before the count, nor stand on a member's own paper.
    public var isSealed: Bool {
        switch self {
        case .scores, .replaced, .working, .ballots, .validBallots, .voidBallots, .votesFor, .votesAgainst, .votesExcellent, .votesPass,
            .votesFail,
            .reportRatings, .result, .winner, .winnerInvestigator, .runnerUp:
            true
        default: false
        }
    }

    /// Whether it is what the rules say where nobody says otherwise: a value that is given takes its place.
    public var isSuggestion: Bool { self == .name }

    /// Whether only the session may say it: what is not on record of it did not happen, and a given value would make it up.
    public var isOfRecordAlone: Bool {
        switch self {
        case .members, .guests, .counters, .dissents, .secretary, .presiding, .present, .needed, .absent, .authority, .adjournments,
            .replacements, .replaced:
            true
        default: false
        }
    }

    /// Columns of a list that come out of ballots.
    public var sealedColumns: Set<String> {
        switch self {
        case .dossiers: ["valid", "void", "mean", "total", "rank"]
        case .products: ["rating"]
        case .criteria: ["met"]
        default: []
        }
    }
}
