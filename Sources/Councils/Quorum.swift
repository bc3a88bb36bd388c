public import LifecycleModel
public import Rules

/// Whether enough of the right members are there, with the counting.
public struct Quorum: Sendable, Hashable {
    /// Members of the council.
    public let members: Int
    /// Members there.
    public let present: Int
    /// How many must be there.
    public let needed: Int
    /// The share the number comes from.
    public let share: LegalNumber
    /// Who presides: the chair, or the deputy in the chair's place; nil when neither may.
    public let presiding: PersonCode?
    /// What is missing; none when the council may work.
    public let blockers: [Blocker]

    /// Whether the council may work.
    public var holds: Bool { blockers.isEmpty }

    /// Counts the members who are there.
    init(of members: [CouncilMember], present: Set<PersonCode>, authority: String?, under law: CouncilLaw) throws(Refusal) {
        let share = try law.quorum()
        let there = members.filter { present.contains($0.person) }
        let least = try exactly { () throws(FractionFault) in try share.value.multiplied(by: Fraction(Int64(members.count))) }
        let needed = Int(least.ceiling)
        let chair = there.first { $0.seat == .chair }
        let deputy = there.first { $0.seat == .deputy }
        let presiding = chair ?? (authority != nil || !law.council.deputyNeedsAuthority ? deputy : nil)
        var blockers: [Blocker] = []
        if there.count < needed {
            blockers.append(
                Blocker(
                    code: "quorum",
                    message: Phrase(
                        vi: "có mặt \(there.count)/\(members.count) thành viên, cần ít nhất \(needed) (\(share.value))",
                        en: "\(there.count) of \(members.count) members are present, \(needed) are needed (\(share.value))"
                    ),
                    basis: share.basis
                )
            )
        }
        for (seat, amount) in law.council.seats.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let wanted = try law.number(amount)
            if seat == .chair {
                guard wanted.value > .zero, presiding == nil else { continue }
                blockers.append(
                    Blocker(
                        code: "chair_absent",
                        message: deputy == nil
                            ? law.council.isTeam
                                ? Phrase(vi: "vắng tổ trưởng và tổ phó", en: "neither head nor deputy is present")
                                : Phrase(vi: "vắng chủ tịch và phó chủ tịch", en: "neither chair nor deputy is present")
                            : Phrase(
                                vi: "vắng chủ tịch, phó chủ tịch chưa có giấy ủy quyền",
                                en: "the chair is absent and the deputy has no written authority"
                            ),
                        basis: law.council.basis,
                        cure: law.council.deputyNeedsAuthority
                            ? Phrase(vi: "chủ tịch ủy quyền bằng văn bản", en: "the chair authorises the deputy in writing") : nil
                    )
                )
                continue
            }
            let count = there.count { $0.seat == seat }
            guard Fraction(Int64(count)) < wanted.value else { continue }
            blockers.append(
                Blocker(
                    code: "seat_absent",
                    message: Phrase(
                        vi: "phải có mặt \(wanted.value) \(seat.phrase(inTeam: law.council.isTeam).vi), đang có \(count)",
                        en: "\(wanted.value) of seat \(seat.phrase(inTeam: law.council.isTeam)[.en]) must be present, \(count) there"
                    ),
                    parameters: [Blocker.Parameter("seat", seat.rawValue)],
                    basis: law.council.basis
                )
            )
        }
        self.members = members.count
        self.present = there.count
        self.needed = needed
        self.share = share
        self.presiding = presiding?.person
        self.blockers = blockers
    }
}
