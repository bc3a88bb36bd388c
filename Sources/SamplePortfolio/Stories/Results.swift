import Importing
import LifecycleModel

/// What a task promised and delivered, and the proof that it is used. Drawn from a stream of choices of its own, so that it changes nothing else.
struct SampleResults {
    /// One promised result.
    struct Promised {
        let kind, name, unit: String
        let quantity: Int
    }

    /// One piece of evidence, from its declaration to the last that was said of it.
    struct Proof {
        let result: Int
        let usedOn, declaredOn: CivilDate
        var checkedOn, verifiedOn: CivilDate?
        var rejection: (on: CivilDate, by: Post, reason: String)?
    }

    let promised: [Promised]
    var proofs: [Proof] = []
    var chance: Chance

    init(of plan: Plan) {
        var chance = Chance(named: plan.code + "/results")
        let words = Self.words[plan.field] ?? []
        let count = min(chance.one(of: [1, 1, 2, 2, 3]), words.count)
        promised = words.prefix(count).map { Promised(kind: $0.0, name: $0.1, unit: $0.2, quantity: chance.number(1...4)) }
        self.chance = chance
    }

    private static let technical = [
        ("kind-1", "Mô hình trình diễn", "mô hình"), ("kind-2", "Quy trình kỹ thuật", "quy trình"),
        ("kind-2", "Tài liệu hướng dẫn", "bộ"),
    ]
    private static let social = [
        ("kind-2", "Đề án kiến nghị giải pháp", "đề án"), ("kind-2", "Bộ tài liệu tập huấn", "bộ"),
        ("kind-2", "Cơ sở dữ liệu", "cơ sở dữ liệu"),
    ]
    private static let words: [Field: [(String, String, String)]] = [
        .agriculture: technical, .engineering: technical, .medicine: technical, .naturalScience: technical, .socialScience: social,
        .humanities: social,
    ]

    /// The kind of evidence a use of such a result brings.
    mutating func evidenceKind(of result: Int) -> String {
        promised[result - 1].kind == "kind-1"
            ? chance.one(of: ["production", "production", "transfer-contract", "licence-contract"])
            : chance.one(of: ["decision", "policy", "training"])
    }
}

extension Story {
    private var officer: Post { plan.road == .base ? .institutionOfficer : .officer }
    private var declarer: Post { plan.road == .base ? .institutionOfficer : .host }
    private var checker: Post { plan.road == .base ? .institutionHead : .officer }
    /// Who uses what comes of it.
    var resultUser: String { plan.road == .base ? host ?? proposer : orderer }

    /// Results are promised once the contract is signed.
    func promiseResults() {
        let promisedOn = OfficeDays.adding(2, to: day)
        let goals = SampleGoals.goals(of: results.promised, task: plan.code, programme: registration.programme?.text)
        for (index, result) in results.promised.enumerated() {
            aside(
                promisedOn,
                "promise-result",
                by: declarer,
                [
                    "result.name": result.name, "result.kind": result.kind, "result.unit": result.unit, "result.quantity": result.quantity,
                    "result.quality": "Theo thuyết minh được duyệt", "result.intended_user": "Các đơn vị trong tỉnh",
                ]
            )
            if let goal = goals[index + 1] {
                aside(promisedOn, "name-goal", on: "result:\(index + 1)", by: declarer, ["this.goal": goal])
            }
        }
    }

    /// They are delivered after the acceptance; those that come into use are planned for and have a user in time, of the others some.
    func deliverResults(areUsed: Bool) {
        let accepted = state.acceptedOn
        let delivered = OfficeDays.adding(2, to: accepted)
        for (index, result) in results.promised.enumerated() {
            let machine = "result:\(index + 1)"
            aside(
                delivered,
                "deliver",
                on: machine,
                by: officer,
                ["this.delivered_quantity": result.quantity, "this.delivered_quality": "Đạt theo thuyết minh"]
            )
            if results.chance.happens(areUsed ? 90 : 45) {
                aside(
                    later(accepted, 25...85),
                    "plan-use",
                    on: machine,
                    by: declarer,
                    ["this.planned_use": "Bàn giao và tập huấn cho đơn vị sử dụng"]
                )
            }
            if results.chance.happens(areUsed ? 85 : 25) {
                aside(later(accepted, 95...170), "name-user", on: machine, by: declarer, ["this.user": resultUser])
            }
        }
        passOn(after: accepted)
    }

    /// Now and then another organisation takes a result over.
    private func passOn(after accepted: CivilDate) {
        guard plan.road == .province, results.chance.happens(5) else { return }
        aside(
            later(accepted, 176...200),
            "transfer",
            on: "result:1",
            by: .head,
            ["this.new_holder": orderer, "this.transfer_reason": "Đơn vị đặt hàng tiếp nhận để nhân rộng"],
            papers: [Paper("VB-CGKQ", "\(results.chance.number(12...980))/BB")]
        )
    }

    /// The first result is in use since a day, and most of the others soon after.
    ///
    /// - Parameter limit: the day by which the proof must have been checked.
    /// - Returns: the day the proof of the first was checked, on paper.
    @discardableResult func proveUse(since: CivilDate, by limit: CivilDate? = nil) -> CivilDate {
        let declared =
            limit == nil ? OfficeDays.onOrAfter(since) : OfficeDays.adding(results.chance.number(2...9), to: OfficeDays.onOrAfter(since))
        let checked = OfficeDays.adding(limit == nil ? 1 : results.chance.number(2...8), to: declared)
        var first = SampleResults.Proof(result: 1, usedOn: since, declaredOn: declared, checkedOn: checked)
        if results.chance.happens(60) { first.verifiedOn = OfficeDays.adding(results.chance.number(5...25), to: checked) }
        results.proofs.append(first)
        for result in results.promised.indices.dropFirst().map({ $0 + 1 }) where results.chance.happens(85) {
            let used = since.adding(days: results.chance.number(5...60))
            let declared = OfficeDays.onOrAfter(used.adding(days: results.chance.number(4...30)))
            var proof = SampleResults.Proof(result: result, usedOn: used, declaredOn: declared)
            proof.checkedOn = OfficeDays.adding(results.chance.number(2...12), to: declared)
            if results.chance.happens(40) {
                proof.verifiedOn = OfficeDays.adding(results.chance.number(14...40), to: proof.checkedOn ?? declared)
            }
            if let verified = proof.verifiedOn, results.chance.happens(6) {
                let corrected = OfficeDays.onOrAfter(verified.adding(days: results.chance.number(200...320)))
                proof.rejection = (corrected, .director, "Kiểm tra lại: đơn vị đã ngừng sử dụng trước khi nghiệm thu")
            }
            results.proofs.append(proof)
        }
        return checked
    }

    /// Of what is not in use somebody claims a use now and then, and it does not stand up.
    func claimInVain(after accepted: CivilDate) {
        guard results.chance.happens(25) else { return }
        let declared = later(accepted, 190...260)
        var proof = SampleResults.Proof(result: 1, usedOn: declared.adding(days: -30), declaredOn: declared)
        proof.rejection = (
            OfficeDays.adding(results.chance.number(4...15), to: declared), checkerOfClaims, "Chưa có xác nhận của đơn vị sử dụng"
        )
        results.proofs.append(proof)
    }

    private var checkerOfClaims: Post { plan.road == .base ? .head : .officer }

    /// Writes the evidence down, numbered in the order in which it was declared.
    func tellProofs() {
        for proof in results.proofs.sorted(by: { $0.declaredOn < $1.declaredOn }) where proof.declaredOn <= SamplePortfolio.asOf {
            let kind = results.evidenceKind(of: proof.result)
            aside(
                proof.declaredOn,
                "declare-evidence",
                on: "result:\(proof.result)",
                by: declarer,
                [
                    "evidence.kind": kind, "evidence.place": "Tỉnh Thanh Hóa", "evidence.user": resultUser,
                    "evidence.used_on": proof.usedOn,
                    "evidence.quantities": kind == "production" ? "\(results.chance.number(2...40)) ha" : "1 đơn vị",
                ],
                papers: [Paper("MC-ƯD", "\(results.chance.number(12...2980))/XN", OfficeDays.onOrBefore(proof.declaredOn))]
            )
            let machine = another("evidence")
            if let checked = proof.checkedOn { aside(checked, "check", on: machine, by: checker) }
            if let verified = proof.verifiedOn {
                aside(verified, "verify", on: machine, by: .head, papers: [Paper("BB-KTƯD", "\(results.chance.number(12...980))/BB")])
            }
            if let rejection = proof.rejection {
                aside(rejection.on, "reject", on: machine, by: rejection.by, ["this.rejected_for": rejection.reason])
            }
        }
    }

    private func later(_ start: CivilDate, _ days: ClosedRange<Int>) -> CivilDate {
        OfficeDays.onOrAfter(start.adding(days: results.chance.number(days)))
    }
}
