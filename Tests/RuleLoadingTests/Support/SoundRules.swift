/// The parts of a small sound regime, to which tests add what is wrong.
enum SoundRules {
    /// Identity, roles, forms, facts.
    static let base = """
        regime: sample
        version: 1.0.0
        label: {vi: Mẫu, en: Sample}
        roles:
          officer: {label: Chuyên viên, held-by: department}
          system: {label: Hệ thống, held-by: system}
        forms:
          A-1: {label: Phiếu đề xuất}
          B-2: {label: Quyết định}
        parameters:
          pass_mark: {label: Điểm tối thiểu, value: 70, unit: points, basis: Điều 12, standing: binding}
        facts:
          task:
            title: {type: text, label: Tên}
            proposed_on: {type: date, label: Ngày đề xuất}
            level: {type: choice, label: Cấp, choices: {province: Cấp tỉnh}}
            kind: {type: choice, label: Loại, choices: {topic: Đề tài}}
            field: {type: choice, label: Lĩnh vực, choices: {engineering: Kỹ thuật}}
            programme: {type: programme, label: Chương trình}
            route: {type: choice, label: Đường, choices: {selection: Tuyển chọn, direct: Giao trực tiếp}}
            host: {type: organisation, label: Chủ trì}
            investigator: {type: person, label: Chủ nhiệm}
            orderer: {type: organisation, label: Đặt hàng}
            state_money: {type: dong, label: Ngân sách}
            counterpart_money: {type: dong, label: Đối ứng}
            months: {type: int, label: Số tháng}
          score:
            mean: {type: int, label: Điểm}
            good: {type: bool, label: Tốt}
            on: {type: date, label: Ngày chấm}

        """

    /// A life of two living states and two ends, with a clock in each living state.
    static let life = """
        stages:
          - stage: ordering
            label: Đặt hàng
            states:
              proposed: {label: Đã đề xuất}
              screened: {label: Đã sơ tuyển}
          - stage: closed
            label: Kết thúc
            states:
              done: {label: Xong, end: completed}
              dropped: {label: Đã rút, end: withdrawn}
        initial: ordering/proposed
        transitions:
          - {event: screen, label: Sơ tuyển, from: ordering/proposed, to: ordering/screened, by: [officer], documents: [A-1]}
          - {event: finish, label: Kết thúc, from: ordering/screened, to: closed/done, by: [officer]}
          - {event: withdraw, label: Rút, from: "*", to: closed/dropped, by: [officer]}
        deadlines:
          T-1:
            label: Sơ tuyển
            starts: [{on: opened}]
            stops: [screen]
            term: 10 working-days
            owner: officer
            passing: [{at: due, flag: screen-late, label: Chậm}]
            basis: Điều 1
            standing: binding
          T-2:
            label: Kết thúc
            starts: [{on: screen, from: score.on}]
            stops: [finish]
            term: 2 months
            owner: officer
            passing: [{at: due, flag: finish-late, label: Chậm}]
            basis: Điều 2
            standing: model

        """

    /// The files of the sound regime with further ones of the same folder.
    static func files(_ more: [String: String] = [:], life: String? = life) -> [String: String] {
        var files = ["sample/regime.yaml": base]
        if let life { files["sample/life.yaml"] = life }
        for (name, text) in more { files["sample/\(name)"] = text }
        return files
    }
}
