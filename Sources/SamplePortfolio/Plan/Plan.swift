import LifecycleModel

/// How the story of one task goes: which turns it takes where roads part.
struct Plan {
    let list: OrderedList
    let number: Int
    var field: Field
    var road = Road.province
    var route = Route.direct
    var ordering = Ordering.listed
    var selection = Selection.straight
    var appraisal = Appraisal.straight
    var execution = Execution.straight
    var acceptance = Acceptance.passed
    var closing = Closing.straight
    var use = Use.appliedInTime
    /// State money at which the award is aimed, đồng.
    var money: Int64 = 1_100_000_000
    var months = 24
    /// The event after which nothing more has happened.
    var stopAfter: String?
    /// The only host wanted, when there is one.
    var wantedHost: String?

    /// The code, such as `NV-2022-017`.
    var code: String { "\(road.prefix)-\(list.year)-\(threeDigits(number))" }

    /// Which law and level the task goes under.
    enum Road {
        case province, law2025, base

        var prefix: String {
            switch self {
            case .province, .law2025: "NV"
            case .base: "CS"
            }
        }

        var regime: String {
            switch self {
            case .province: "law-2013"
            case .law2025: "law-2025"
            case .base: "base-level"
            }
        }
    }

    enum Route { case direct, selection }
    /// From the proposal to the list.
    enum Ordering { case listed, returnedFirst, secondCouncil, listReturned, withdrawn, declined, rejected, leftOff }
    /// From the call to the host.
    enum Selection {
        case straight, competed, invalidDossier, noDossier, secondCall, noWinner, runnerUp, cancelledTask
    }
    /// From the winner to the award.
    enum Appraisal { case straight, sentBack, submissionReturned, missedRevision, toLaw2025, keepsLaw2013 }
    /// While the contract runs.
    enum Execution {
        case straight, lateReports, extended, extensionRefused, titleChanged, contentChanged, hostChanged, investigatorChanged, shortened
        case suspendedAndResumed, endingRefused, terminatedByAgreement, terminatedForViolation, unreported
    }
    /// How it is accepted, or not.
    enum Acceptance { case passed, excellent, returned, late, secondSession, independentOpinion, failed, neverLodged }
    /// What is special about closing.
    enum Closing {
        case straight, registrationReturned, registrationLate, rightsAsked, rightsRefused, assetsBought, finalPayment, settledLate
    }
    /// What becomes of the result.
    enum Use { case appliedInTime, appliedInClosing, appliedLate, notApplied, notAppliedInClosing, appliedAfterAll, missed, silent }
}
