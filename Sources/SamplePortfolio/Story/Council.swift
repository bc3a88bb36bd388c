import LifecycleModel

/// A council or team as the story convenes it: which event opens the session, which facts say its size and day, how early papers go out.
struct Council {
    let event: String
    var by = Post.director
    let membersFact: String
    let meetingFact: String
    let members: Int
    /// Working days before the meeting by which the papers must be out.
    let lead: Int
    var papers: [Paper] = ["QĐ-TLHĐ"]
    var asksQuestions = false
    var secretary = Post.secretary
    /// Where a base-level task's money comes from.
    var moneySource: String?
}

extension Story {
    /// Sets up a council, sends the papers and opens the meeting; returns the session, which the caller concludes.
    func meet(_ council: Council, papersLate: Bool = false, attendance: Attendance) throws(Horizon) -> String {
        let meeting = OfficeDays.adding(council.lead + chance.number(3...7), to: day)
        if let source = council.moneySource {
            try step(
                council.event,
                by: council.by,
                [council.membersFact: council.members, council.meetingFact: meeting, "base.money_source": source],
                papers: council.papers
            )
        } else {
            try step(
                council.event,
                by: council.by,
                [council.membersFact: council.members, council.meetingFact: meeting],
                papers: council.papers
            )
        }
        let session = another("council-session")
        let ahead = papersLate ? max(council.lead - 3, 1) : council.lead + chance.number(0...2)
        day = max(day, OfficeDays.adding(-ahead, to: meeting))
        try step("send-papers", on: session, by: council.secretary)
        if council.asksQuestions {
            day = max(day, OfficeDays.adding(papersLate ? -2 : -5, to: meeting))
            try step("close-questions", on: session, by: council.secretary, ["this.questions": chance.number(4...19)])
        }
        day = meeting
        let absent = attendance == .full ? 0 : chance.number(0...1)
        let present = council.members - absent
        switch attendance {
        case .full, .council:
            try step(
                "open",
                on: session,
                by: .councilChair,
                ["this.present": present, "this.chair_present": true, "this.reviewers_present": 2, "this.secretary_present": true]
            )
        case .reviewed:
            try step(
                "open",
                on: session,
                by: .councilChair,
                [
                    "this.present": present, "this.chair_present": true, "this.reviewers_present": 2, "this.secretary_present": true,
                    "this.reviews_received": council.members,
                ]
            )
        case .team:
            try step(
                "open",
                on: session,
                by: .councilChair,
                ["this.present": present, "this.chair_present": true, "this.council_member_present": true]
            )
        }
        lastAttendance = present
        return session
    }

    /// Who must be there.
    enum Attendance {
        case full, council, reviewed, team
    }
}
