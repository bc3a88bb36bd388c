import LifecycleModel

/// The words that pictures add to those of the rule files.
enum Words {
    static let start = Phrase(vi: "bắt đầu", en: "start")
    static let automatic = Phrase(vi: "hệ thống tự làm", en: "done by the program")
    static let back = Phrase(vi: "quay lại", en: "return")
    static let clockStarts = Phrase(vi: "thời hạn bắt đầu tính", en: "clock starts")
    static let clockStops = Phrase(vi: "thời hạn dừng", en: "clock stops")
    static let loop = Phrase(vi: "việc không đổi trạng thái", en: "act that moves nothing")
    static let manyStates = Phrase(vi: "Việc có thể làm ở nhiều trạng thái", en: "What can happen in many states")
    static let clocks = Phrase(vi: "Thời hạn", en: "Clocks")

    static func tone(_ tone: RegimeGraph.Tone) -> Phrase {
        switch tone {
        case .plain: Phrase(vi: "chưa được giao", en: "not yet awarded")
        case .awarded: Phrase(vi: "đã được giao, đang thực hiện", en: "awarded, under way")
        case .accepted: Phrase(vi: "đã nghiệm thu", en: "accepted")
        case .applied: Phrase(vi: "kết quả được ứng dụng", en: "result in use")
        case .completed: Phrase(vi: "hoàn thành", en: "completed")
        case .ended: Phrase(vi: "kết thúc khác", en: "other end")
        case .outside: Phrase(vi: "giai đoạn khác", en: "another stage")
        }
    }

    static func counts(_ states: Int, _ transitions: Int, _ deadlines: Int) -> Phrase {
        Phrase(
            vi: "\(states) trạng thái · \(transitions) bước · \(deadlines) thời hạn",
            en: "\(states) states · \(transitions) transitions · \(deadlines) clocks"
        )
    }

    /// The first events by name, the rest counted.
    static func closed(by events: [Phrase]) -> Phrase {
        let distinct = events.enumerated().filter { events.firstIndex(of: $1) == $0 }.map(\.element)
        let (shown, rest) = (distinct.prefix(2), distinct.count - 2)
        return Phrase(
            vi: "đóng theo: " + shown.map(\.vi).joined(separator: "; ") + (rest > 0 ? " " + more(rest).vi : ""),
            en: "closed by: " + shown.map { $0[.en] }.joined(separator: "; ") + (rest > 0 ? " " + more(rest).en : "")
        )
    }

    static func more(_ count: Int) -> Phrase { Phrase(vi: "… và \(count) việc khác", en: "… and \(count) more") }
}
