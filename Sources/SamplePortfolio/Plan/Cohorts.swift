/// All plans, in the order in which hosts are chosen.
enum Cohorts {
    static var all: [Plan] {
        carriedOver + baseLevel + provincial + of2024 + of2025 + of2026 + underNewLaw
    }

    /// Three tasks that began before 2020, so that five years of application reports are over.
    private static var carriedOver: [Plan] {
        var year = Year(.of2018, awards: 45)
        var plans = year.plans(3, from: 1, .direct)
        for (place, use) in [Plan.Use.appliedInTime, .notApplied, .appliedAfterAll].enumerated() {
            plans[place].use = use
            plans[place].months = 18 + 3 * place
            plans[place].execution = .straight
            plans[place].acceptance = .passed
            plans[place].closing = .straight
            plans[place].appraisal = .straight
        }
        return plans
    }

    /// 2020–2023: 179 tasks approved, 123 by direct assignment and 56 by selection; some of the other proposals beside them.
    private static var provincial: [Plan] {
        cohort(.of2020, direct: 30, selection: 14) + cohort(.of2021, direct: 34, selection: 16) + cohort(.of2022, direct: 27, selection: 12)
            + cohort(.of2023, direct: 32, selection: 14)
    }

    private static func cohort(_ list: OrderedList, direct: Int, selection: Int) -> [Plan] {
        var year = Year(list, awards: direct + selection - 5)
        var plans = year.plans(direct, from: 1, .direct) + year.plans(selection, from: direct + 1, .selection)
        // What goes wrong in every year.
        plans.change(direct + 2) { $0.selection = .noDossier }
        plans.change(direct + 4) { $0.selection = .secondCall }
        plans.change(direct + 6) { $0.selection = .noWinner }
        plans.change(direct + 8) { $0.selection = .runnerUp }
        plans.change(direct + 10) { $0.selection = .cancelledTask }
        plans.change(5) { $0.appraisal = .missedRevision }
        plans.change(7) { $0.execution = .terminatedByAgreement }
        plans.change(12) { $0.execution = .terminatedForViolation }
        plans.change(16) { ($0.execution, $0.acceptance) = (.straight, .failed) }
        plans.change(21) { ($0.execution, $0.acceptance) = (.lateReports, .failed) }
        plans.change(25) { ($0.execution, $0.acceptance) = (.straight, .neverLodged) }
        plans.change(9) { $0.use = .appliedInClosing }
        plans.change(10) { ($0.execution, $0.acceptance) = (.straight, .passed) }
        if list.year == 2023 {
            // Its dossier is overdue on the last day, which bars the host of the blocked task.
            plans.change(10) {
                ($0.field, $0.wantedHost, $0.acceptance, $0.months) = (.agriculture, hostOfBlockedTask, .late, 28)
                ($0.appraisal, $0.ordering) = (.straight, .listed)
            }
        }
        return plans
            + year.unlisted(
                [.declined, .rejected, .withdrawn, .leftOff, .rejected, .declined, .withdrawn, .rejected, .leftOff],
                from: direct + selection + 1
            )
    }

    private static let hostOfBlockedTask = SampleOrganisations.host(1)

    /// 2024: of 123 proposals 50 were put forward.
    private static var of2024: [Plan] {
        var year = Year(.of2024, awards: 24)
        var plans = year.plans(16, from: 1, .direct) + year.plans(9, from: 17, .selection)
        plans.change(21) { $0.selection = .noDossier }
        plans.change(25) { $0.selection = .secondCall }
        plans.change(4) { $0.execution = .unreported }
        plans.change(15) { $0.execution = .unreported }
        plans.change(8) { ($0.execution, $0.stopAfter) = (.terminatedByAgreement, "suspend") }
        plans.change(11) { ($0.execution, $0.stopAfter) = (.terminatedForViolation, "request-ending") }
        let left: [Plan.Ordering] =
            Array(repeating: .rejected, count: 12) + Array(repeating: .leftOff, count: 10) + Array(repeating: .withdrawn, count: 3)
        return plans + year.unlisted(left, from: 26) + year.unlisted(Array(repeating: .declined, count: 6), from: 51)
    }

    /// 2025: forty tasks called, 38 dossiers for 38 of them; the law of 2025 overtakes all that are not awarded.
    private static var of2025: [Plan] {
        var year = Year(.of2025, awards: 38)
        var plans = year.plans(26, from: 1, .direct) + year.plans(14, from: 27, .selection)
        for place in plans.indices {
            plans[place].selection = .straight
            plans[place].appraisal = .straight
        }
        let stops = [
            "open-dossiers", "convene-selection", "rank", "select-winner", "return-revised-plan", "convene-appraisal", "record-appraisal",
            "lodge-completed", "close-questions", "select-winner",
        ]
        for (place, stop) in stops.enumerated() { plans[4 + place * 3].stopAfter = stop }
        for number in [31, 38] {
            plans.change(number) { ($0.selection, $0.stopAfter) = (.noDossier, "record-no-dossier") }
        }
        plans.change(1) {
            ($0.field, $0.wantedHost, $0.ordering, $0.stopAfter) = (.agriculture, hostOfBlockedTask, .listed, "lodge-completed")
        }
        plans.change(3) { $0.appraisal = .keepsLaw2013 }
        plans.change(6) { $0.appraisal = .toLaw2025 }
        return plans + year.unlisted([.rejected, .withdrawn, .leftOff, .declined, .rejected, .leftOff], from: 41)
    }

    /// Proposals of 2025 for the next list: not awarded either when the law changed.
    private static var of2026: [Plan] {
        var year = Year(.of2026, awards: 40)
        let stops = [
            "nothing", "return-proposal", "screen", "convene-determination", "take-recommendation", "finalise-recommendation",
            "submit-list", "approve-list",
            "publish-list", "screen", "nothing", "finalise-recommendation",
        ]
        var plans = year.plans(stops.count, from: 1, .direct)
        for (place, stop) in stops.enumerated() {
            plans[place].ordering = stop == "return-proposal" ? .returnedFirst : .listed
            plans[place].stopAfter = stop
        }
        return plans
    }

    /// Proposals since 1 October 2025: two are awarded by direct assignment within the year.
    private static var underNewLaw: [Plan] {
        var year = Year(.ofNewLaw, awards: 40)
        var plans = year.plans(5, from: 101, .direct) + year.plans(6, from: 106, .selection)
        for place in plans.indices {
            plans[place].road = .law2025
            plans[place].selection = .straight
            plans[place].ordering = .listed
            plans[place].months = 24
        }
        plans.change(103) { $0.stopAfter = "receive-order" }
        plans.change(104) { $0.stopAfter = "finish-review" }
        plans.change(105) { $0.selection = .noDossier }
        plans.change(106) { $0.ordering = .withdrawn }
        plans.change(107) { $0.stopAfter = "nothing" }
        plans.change(108) { $0.stopAfter = "approve-plan" }
        plans.change(109) { $0.stopAfter = "lodge-dossier" }
        plans.change(110) { $0.stopAfter = "set-up-council" }
        plans.change(111) { $0.stopAfter = "lodge-estimate" }
        return plans
    }

    /// Tasks of institutions' own, 2020–2025.
    private static var baseLevel: [Plan] {
        (2020...2025).flatMap { year in
            var deals = Year(.ofInstitutions(year), awards: 40)
            var plans = deals.plans(year < 2023 ? 1 : 2, from: 1, .direct)
            for place in plans.indices {
                plans[place].road = .base
                plans[place].ordering = year == 2024 && place == 1 ? .rejected : .listed
                plans[place].execution = year == 2023 && place == 1 ? .terminatedByAgreement : .straight
                plans[place].use = year == 2021 ? .notApplied : .appliedInTime
            }
            return plans
        }
    }
}
