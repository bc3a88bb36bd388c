import CanonicalJSON
import Councils
import Engine
import LifecycleModel
import Rules
import Store

/// What a council judges: the valid dossiers of a task, the requests for rights in its results, or the task itself.
struct CouncilSubjects {
    private let state: TaskState
    private let law: CouncilLaw
    private let regime: Regime
    private let reader: any StoreReader

    init(_ state: TaskState, _ law: CouncilLaw, _ regime: Regime, in reader: any StoreReader) {
        self.state = state
        self.law = law
        self.regime = regime
        self.reader = reader
    }

    /// The subjects of a session.
    func chosen(by formation: RecordCouncil.Formation) throws -> [Subject] {
        let products = formation.products.map { Subject.Product(id: $0.id, label: Phrase(vi: $0.label)) }
        guard let judged = law.council.judges, let instances = state.machines[judged.machine] else {
            guard formation.dossiers.isEmpty else { throw unknown(formation.dossiers[0]) }
            let title = state.fact("task.title")?.text ?? state.code
            let form = try form(formation.form, isOnlyOne: true)
            return [Subject(id: state.code, label: Phrase(vi: title), form: form, products: products)]
        }
        let ready = instances.filter { judged.states.contains($0.state) }
        for number in formation.dossiers where !ready.contains(where: { $0.number == number }) { throw unknown(number) }
        let chosen = formation.dossiers.isEmpty ? ready : ready.filter { formation.dossiers.contains($0.number) }
        guard !chosen.isEmpty else { throw nothing(judged.machine) }
        if chosen.count > 1, judged.inFavour == nil, (law.council.decisionAmongSeveral ?? law.council.decision)?.ranksSeveral != true {
            throw oneByOne(chosen)
        }
        let form = try form(formation.form, isOnlyOne: chosen.count == 1)
        return try chosen.map { try subject($0, form: form, products: products) }
    }

    private func subject(_ instance: TaskState.Instance, form: String, products: [Subject.Product]) throws -> Subject {
        func name(_ fact: String, _ kind: EventRecord.Subject.Kind) throws -> String? {
            guard let code = instance.facts[fact]?.text else { return nil }
            return try reader.registered(kind, code: code)?["name"]?.string ?? code
        }
        let (hostName, person) = (try name("host", .organisation), instance.facts["investigator"]?.text)
        let names = [hostName, try name("investigator", .person)].compactMap { $0 }
        let title = names.isEmpty ? state.fact("task.title")?.text ?? state.code : names.joined(separator: SubjectNames.mark)
        let host = instance.facts["host"]?.text
        var subject = Subject(
            id: String(instance.number),
            label: Phrase(vi: title),
            form: form,
            products: products,
            isOfProposer: instance.facts["by_proposer"] == .bool(true),
            stateMoney: instance.facts["state_money"]?.int.map { Dong($0) },
            wasExcellentBefore: try wasExcellentBefore(host: host, investigator: instance.facts["investigator"]?.text),
            isOfHost: host != nil && host == state.fact("task.host")?.text
        )
        if let person { subject.recordedLabel = Phrase(vi: [hostName, person].compactMap { $0 }.joined(separator: SubjectNames.mark)) }
        return subject
    }

    /// Whether host or investigator had a task rated excellent in the years before that `excellent_years` names; nil where nobody says how many.
    private func wasExcellentBefore(host: String?, investigator: String?) throws -> Bool? {
        guard case .integer(let years)? = regime.parameters["excellent_years"]?.value, host != nil || investigator != nil else {
            return nil
        }
        return try ExcellentBefore(years: Int(years), until: state.lastHappenedOn)(host: host, investigator: investigator, in: reader)
    }

    /// The ballot form: the one named, or the only one that fits the decision and the kind of task. A council without ballots has none.
    private func form(_ named: String?, isOnlyOne: Bool) throws -> String {
        let council = law.council
        let decision = isOnlyOne ? council.decision : council.decisionAmongSeveral ?? council.decision
        let fitting = council.ballots.filter { decision?.counts($0.value.content) ?? true }
        if let named {
            let found = fitting.first { $0.key == named || $0.value.form == named }
            if let found { return found.key }
        } else {
            if council.ballots.isEmpty { return "" }
            if fitting.count == 1, let only = fitting.first { return only.key }
            let made = fitting.filter { !$0.value.fits.isEmpty && $0.value.isFor(state) }
            if made.count == 1, let only = made.first { return only.key }
        }
        let forms = fitting.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.label.vi))" }.joined(separator: ", ")
        let english = fitting.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.label[.en]))" }.joined(separator: ", ")
        throw UseCaseFault(
            .usage,
            "ballot-form",
            named.map { Phrase(vi: "\(law.label.vi) không dùng mẫu phiếu «\($0)»", en: "This council has no ballot form \"\($0)\"") }
                ?? Phrase(vi: "Chưa nói dùng mẫu phiếu nào", en: "Which ballot form is used was not said"),
            hint: Phrase(vi: "Thêm --form, một trong: \(forms)", en: "Add --form, one of: \(english)")
        )
    }

    private func unknown(_ number: Int64) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "unknown-dossier",
            Phrase(vi: "Không có hồ sơ số \(number) hợp lệ để xét", en: "There is no valid dossier \(number) to judge"),
            hint: Phrase(vi: "Xem «nhiemvu task show \(state.code)»", en: "See \"nhiemvu task show \(state.code)\"")
        )
    }

    private func nothing(_ machine: String) -> UseCaseFault {
        let label = regime.machines[machine]?.label ?? Phrase(vi: machine)
        return UseCaseFault(
            .refused,
            "nothing-to-judge",
            Phrase(vi: "Không có \(label.vi) nào hợp lệ để xét", en: "Nothing valid to judge: \(label[.en])")
        )
    }

    private func oneByOne(_ judged: [TaskState.Instance]) -> UseCaseFault {
        let numbers = judged.map { String($0.number) }.joined(separator: ", ")
        return UseCaseFault(
            .usage,
            "one-by-one",
            Phrase(
                vi: "\(law.label.vi) kết luận riêng từng hồ sơ (\(numbers))",
                en: "This council concludes on one dossier at a time (\(numbers))"
            ),
            hint: Phrase(vi: "Chọn một hồ sơ bằng --dossier", en: "Choose one with --dossier")
        )
    }
}

extension BallotForm {
    /// Whether it is made for such a task.
    fileprivate func isFor(_ state: TaskState) -> Bool {
        fits.contains { tasks in
            tasks.allSatisfy { path, values in state.fact(path)?.text.map(values.contains) ?? false }
        }
    }
}

extension DecisionRule {
    /// Whether it puts several in an order.
    fileprivate var ranksSeveral: Bool {
        if case .scores = way { true } else { false }
    }
}
