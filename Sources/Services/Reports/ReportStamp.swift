public import CanonicalJSON
public import LifecycleModel
public import Store

/// What a report rests on: size and root of the log, the moment of its last event, and the day its figures are as of. There is no clock in
/// it, so that the same store asked the same gives the same bytes.
public struct ReportStamp: Sendable, Hashable {
    /// Size and root of the log.
    public let head: LogHead
    /// When the last event of the log was recorded.
    public let moment: Moment
    /// The day that the figures are as of.
    public let day: CivilDate

    /// Creates a stamp.
    public init(head: LogHead, moment: Moment, day: CivilDate) {
        self.head = head
        self.moment = moment
        self.day = day
    }

    /// Reads the stamp of a report.
    ///
    /// - Parameter day: the day that the figures are as of; nil: the day on which the last event was recorded.
    /// - Throws: `UseCaseFault` when the log is empty: there is nothing to report.
    public init(asOf day: CivilDate? = nil, in reader: any StoreReader) throws {
        let head = try reader.head()
        guard head.size > 0, let last = try reader.event(head.size) else {
            throw UseCaseFault(
                .unavailable,
                "log-empty",
                Phrase(vi: "Nhật ký chưa có sự kiện nào để báo cáo", en: "The log has no event to report on"),
                hint: Phrase(
                    vi: "Ghi nhiệm vụ bằng «nhiemvu task new» hoặc nhập bằng «nhiemvu import»",
                    en: "Record tasks with \"nhiemvu task new\" or load them with \"nhiemvu import\""
                )
            )
        }
        self.init(head: head, moment: last.recordedAt, day: day ?? last.recordedAt.civilDate)
    }

    /// One sentence under a report.
    public var phrase: Phrase {
        Phrase(
            vi: "Số liệu đến hết ngày \(day.vietnamese). Lập từ nhật ký \(head.size) sự kiện, sự kiện cuối ghi lúc \(moment.vietnamese), "
                + "gốc Merkle \(head.root)",
            en: "As of the end of \(day). Made from a log of \(head.size) events, the last recorded at \(moment), Merkle root \(head.root)"
        )
    }

    /// `{"log":{"size":…,"root":…},"last_event_at":…,"as_of":…}`
    public var json: JSONValue {
        [
            "log": ["size": .int(head.size), "root": .string("\(head.root)")], "last_event_at": moment.json, "as_of": day.json,
        ]
    }
}
