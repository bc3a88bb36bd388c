public import LifecycleModel
import Rules

/// The members a council is founded with, held against the law.
public struct Composition: Sendable, Hashable {
    /// The members.
    public let members: [CouncilMember]
    /// The decision that sets another size or make-up than usual, where the law allows one.
    public let otherSizeDecision: String?

    /// Members with the decision that lets them differ.
    public init(members: [CouncilMember], otherSizeDecision: String? = nil) {
        self.members = members
        self.otherSizeDecision = otherSizeDecision
    }

    /// Everything that is wrong with it; none when it may meet.
    public func blockers(under law: CouncilLaw) throws(Refusal) -> [Blocker] {
        var blockers = doubles
        let council = law.council
        guard otherSizeDecision == nil || council.otherSize == nil else { return blockers }
        blockers += decisionBlockers(under: law)
        blockers += try size(members.count, under: law)
        for (seat, amount) in council.composition.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let wanted = try law.number(amount)
            let count = members.count { $0.seat == seat }
            guard Fraction(Int64(count)) != wanted.value else { continue }
            blockers.append(
                Blocker(
                    code: "council_seat",
                    message: Phrase(
                        vi: "phải có \(wanted.value) \(seat.phrase(inTeam: council.isTeam).vi), đang có \(count)",
                        en: "\(seat.phrase(inTeam: council.isTeam)[.en]): \(wanted.value) needed, there are \(count)"
                    ),
                    basis: wanted.basis ?? council.basis
                )
            )
        }
        if let amount = council.fromEarlierCouncil {
            let wanted = try law.number(amount)
            let count = members.count(where: \.satEarlier)
            if Fraction(Int64(count)) < wanted.value {
                blockers.append(
                    Blocker(
                        code: "earlier_council",
                        message: Phrase(
                            vi:
                                "ít nhất \(wanted.value) thành viên phải từng tham gia hội đồng xác định hoặc tuyển chọn nhiệm vụ này, đang có \(count)",
                            en: "at least \(wanted.value) members must have sat in an earlier council of the task, there are \(count)"
                        ),
                        basis: wanted.basis,
                        cure: Phrase(
                            vi: "ai đã tham gia theo hồ sơ giấy thì ghi «council seat … --sat-earlier MÃ»",
                            en: "who sat by papers not on record here: \"council seat … --sat-earlier PERSON\""
                        )
                    )
                )
            }
        }
        if let amount = council.representatives { blockers += try representation(law.number(amount)) }
        return blockers
    }

    /// What is wrong with the number of members that the founding decision names; none when nobody named one.
    public func sizeBlockers(_ planned: Int64?, under law: CouncilLaw) throws(Refusal) -> [Blocker] {
        guard otherSizeDecision == nil || law.council.otherSize == nil else { return [] }
        return try decisionBlockers(under: law) + (planned.map { (count) throws(Refusal) in try size(Int(count), under: law) } ?? [])
    }

    private func decisionBlockers(under law: CouncilLaw) -> [Blocker] {
        guard otherSizeDecision != nil, law.council.otherSize == nil else { return [] }
        return [
            Blocker(
                code: "other_size_not_allowed",
                message: Phrase(
                    vi: "\(law.label.vi) không được có số lượng, thành phần khác quy định",
                    en: "the law does not let this council differ in size"
                ),
                basis: law.council.basis
            )
        ]
    }

    private func size(_ count: Int, under law: CouncilLaw) throws(Refusal) -> [Blocker] {
        let (least, most) = (try law.number(law.council.least), try law.number(law.council.most))
        let size = Fraction(Int64(count))
        guard size < least.value || size > most.value else { return [] }
        let range = least.value == most.value ? "\(least.value)" : "\(least.value)–\(most.value)"
        return [
            Blocker(
                code: "council_size",
                message: Phrase(
                    vi: "\(law.label.vi) có \(range) thành viên, đang có \(count)",
                    en: "\(law.label[.en]): \(range) members, there are \(count)"
                ),
                basis: size < least.value ? least.basis : most.basis,
                cure: law.council.otherSize.map {
                    Phrase(
                        vi: "bổ sung hoặc bớt thành viên, hoặc nêu quyết định có số lượng khác bằng «council new --other-size» (\($0))",
                        en: "change the members, or name the decision that sets another size with \"council new --other-size\" (\($0))"
                    )
                }
            )
        ]
    }

    private func representation(_ wanted: LegalNumber) -> [Blocker] {
        let speaking = members.filter { $0.represents != nil }
        guard Fraction(Int64(speaking.count)) != wanted.value else { return [] }
        return [
            Blocker(
                code: "council_representatives",
                message: Phrase(
                    vi:
                        "phải có \(wanted.value) thành viên đại diện cơ quan quản lý, nơi ứng dụng hoặc nơi đặt hàng, đang có \(speaking.count)",
                    en: "\(wanted.value) members speak for the managing body, a user or the orderer, there are \(speaking.count)"
                ),
                basis: wanted.basis,
                cure: Phrase(
                    vi: "ghi người đại diện bằng --represents MÃ=manager|user|orderer khi xếp thành viên",
                    en: "name them with --represents PERSON=manager|user|orderer when members are seated"
                )
            )
        ]
    }

    /// What is too much already, whoever may still be seated: a seat held by too many, more members than the decision or the law has.
    ///
    /// - Parameter planned: the number the founding decision names.
    public func surplus(under law: CouncilLaw, planned: Int64?) throws(Refusal) -> [Blocker] {
        var blockers = doubles
        let council = law.council
        let most = try law.number(council.most)
        let bound = planned.map { Fraction($0) } ?? (otherSizeDecision == nil ? most.value : nil)
        if let bound, Fraction(Int64(members.count)) > bound {
            blockers.append(
                Blocker(
                    code: "council_size",
                    message: Phrase(
                        vi: "\(law.label.vi) có \(bound) thành viên, danh sách sẽ có \(members.count)",
                        en: "\(law.label[.en]): \(bound) members, the list would have \(members.count)"
                    ),
                    basis: planned == nil ? most.basis : council.basis
                )
            )
        }
        guard otherSizeDecision == nil || council.otherSize == nil else { return blockers }
        for (seat, amount) in council.composition.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let wanted = try law.number(amount)
            let count = members.count { $0.seat == seat }
            guard Fraction(Int64(count)) > wanted.value else { continue }
            blockers.append(
                Blocker(
                    code: "council_seat",
                    message: Phrase(
                        vi: "chỉ có \(wanted.value) \(seat.phrase(inTeam: council.isTeam).vi), danh sách sẽ có \(count)",
                        en: "\(seat.phrase(inTeam: council.isTeam)[.en]): only \(wanted.value), the list would have \(count)"
                    ),
                    basis: wanted.basis ?? council.basis
                )
            )
        }
        return blockers
    }

    private var doubles: [Blocker] {
        var seen: Set<PersonCode> = []
        return members.filter { !seen.insert($0.person).inserted }.map { member in
            Blocker(
                code: "seated_twice",
                message: Phrase(
                    vi: "\(member.name) (\(member.person)) đã có trong hội đồng",
                    en: "\(member.name) (\(member.person)) sits in the council already"
                )
            )
        }
    }
}
