public import CanonicalJSON
public import LifecycleModel
public import Store

extension CivilDate {
    /// 15 March 2024, the day on which samples happen.
    public static let sample = CivilDate(year: 2024, month: 3, day: 15) ?? .earliest
}

extension Moment {
    /// The first instant of the sample day.
    public static let sample = Moment(startOf: .sample)
}

extension DefinitionRow {
    /// A definition with a hash made of one repeated hexadecimal digit.
    public static func sample(_ digit: Character = "a", id: String = "law-2013", version: String = "1") -> DefinitionRow {
        DefinitionRow(hash: String(repeating: digit, count: 64), id: id, version: version, canonical: Array("{\"id\":\"\(id)\"}".utf8))
    }
}

extension NewEvent {
    /// An event about a task, decided under the sample definition unless told otherwise.
    public static func sample(
        _ code: String = "TH-2024-001",
        kind: String = "transitioned",
        payload: JSONValue = ["event": "approve", "note": "Đã duyệt", "amount": 1_200_000_000],
        definition: String? = DefinitionRow.sample().hash,
        at offset: Int64 = 0
    ) -> NewEvent {
        NewEvent(
            subject: EventRecord.Subject(.task, code),
            kind: kind,
            payload: payload,
            actor: "thu-ky",
            happenedOn: .sample,
            recordedAt: Moment(milliseconds: Moment.sample.milliseconds + offset),
            definition: definition
        )
    }
}

extension TaskRow {
    /// A task with the plainest values; its last event is number 1 unless told otherwise.
    public static func sample(_ code: String = "TH-2024-001", title: String = "Chọn tạo giống lúa đặc sản", event: Int64 = 1) -> TaskRow {
        TaskRow(
            code: code,
            title: title,
            regime: "law-2013",
            definition: DefinitionRow.sample().hash,
            level: nil,
            kind: nil,
            field: nil,
            route: nil,
            programme: nil,
            host: nil,
            investigator: nil,
            orderer: nil,
            stateMoney: nil,
            counterpartMoney: nil,
            months: nil,
            year: nil,
            searchText: VietnameseText.folded("\(code) \(title)"),
            course: TaskCourse(
                position: Position(stage: "execution", state: "running"),
                end: nil,
                countsAs: ["awarded", "running"],
                awardedOn: nil,
                acceptedOn: nil,
                appliedOn: nil,
                flags: [],
                nextDue: nil,
                lastHappenedOn: .sample,
                lastEvent: event,
                snapshot: Array("{\"code\":\"\(code)\"}".utf8)
            )
        )
    }
}

extension DeadlineRow {
    /// An open clock of the task itself.
    public static func sample(
        _ id: String = "NT-1",
        of task: String = "TH-2024-001",
        due: CivilDate = .sample,
        grace: CivilDate? = nil,
        standing: String = "open"
    ) -> DeadlineRow {
        DeadlineRow(
            task: task,
            machine: "task",
            number: 0,
            id: id,
            start: .sample,
            due: due,
            grace: grace,
            lock: nil,
            standing: standing,
            stoppedOn: nil,
            owner: "host",
            basis: nil,
            inputs: Array("{}".utf8)
        )
    }
}

extension StoreWriter {
    /// Records a task as a use case would: the sample definition, one event, the row.
    @discardableResult
    public func record(_ task: TaskRow) throws -> TaskRow {
        try release(.sample())
        var task = task
        task.lastEvent = try append([.sample(task.code)]).last?.number ?? 0
        try save(task)
        return task
    }
}
