public import LifecycleModel
public import Rules

/// Holds the reckoning of labour against the ceiling of each title and against the estimate's line (TT 03/2023/TT-BTC, Điều 4.1;
/// TT 02/2023/TT-BKHCN, Điều 3, 4).
struct LabourCheck {
    private let law: BudgetLaw

    init(_ law: BudgetLaw) {
        self.law = law
    }

    func faults(of estimate: Estimate) throws(Refusal) -> [Blocker] {
        guard !estimate.labour.isEmpty, let labour = law.rules.labour else { return [] }
        var faults: [Blocker] = []
        let month = try law.number(labour.month)
        var sum = Dong.zero
        for line in estimate.labour {
            sum = try sum.plus(try line.amount())
            guard let coefficient = try labour.coefficients[line.title].map({ (amount) throws(Refusal) in try law.number(amount) }) else {
                continue
            }
            let most = try Dong(month.value.floor).share(coefficient.value).whole
            if line.rate > most {
                faults.append(
                    Blocker(
                        code: "labour-rate",
                        message: Phrase(
                            vi: "Thù lao tháng của \(line.title.phrase.vi) \(line.rate.formatted(.word)) vượt mức \(most.formatted(.word))",
                            en: "A month of the \(line.title.phrase[.en]) at \(line.rate.formatted()) is above \(most.formatted())"
                        ),
                        basis: [month.basis, coefficient.basis].compactMap(\.self).joined(separator: "; "),
                        cure: Phrase(vi: "Nhiều nhất \(most.formatted(.word))", en: "At most \(most.formatted())")
                    )
                )
            }
        }
        for title in [LabourTitle.investigator, .scientificSecretary] {
            let people = estimate.labour.filter { $0.title == title }.reduce(0) { $0 + $1.people }
            guard people > 1 else { continue }
            faults.append(
                Blocker(
                    code: "labour-title-once",
                    message: Phrase(
                        vi: "Mỗi nhiệm vụ chỉ có một \(title.phrase.vi), dự toán có \(people)",
                        en: "A task has one \(title.phrase[.en]), the estimate has \(people)"
                    ),
                    basis: "TT 02/2023/TT-BKHCN, Điều 3"
                )
            )
        }
        let planned = try estimate.lines.total { $0.item == labour.item }
        if planned != sum {
            faults.append(
                Blocker(
                    code: "labour-differs",
                    message: Phrase(
                        vi: "Dòng «\(law.label(of: labour.item).vi)» là \(planned.formatted(.word)) nhưng bảng tính công cộng lại "
                            + sum.formatted(.word),
                        en: "The item “\(law.label(of: labour.item)[.en])” is \(planned.formatted()) but the sheet of labour comes to "
                            + sum.formatted()
                    ),
                    cure: Phrase(vi: "Số đúng theo bảng tính công: \(sum.formatted(.word))", en: "By the sheet: \(sum.formatted())")
                )
            )
        }
        return faults
    }
}

extension LabourTitle {
    /// What people call it.
    public var phrase: Phrase {
        switch self {
        case .investigator: Phrase(vi: "chủ nhiệm nhiệm vụ", en: "principal investigator")
        case .scientificSecretary: Phrase(vi: "thư ký khoa học", en: "scientific secretary")
        case .keyMember: Phrase(vi: "thành viên chính", en: "key member")
        case .member: Phrase(vi: "thành viên", en: "member")
        case .technician: Phrase(vi: "kỹ thuật viên, nhân viên hỗ trợ", en: "technician")
        }
    }
}
