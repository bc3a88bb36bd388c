public import LifecycleModel

extension Coverage {
    /// How much of one kind of thing was seen.
    public struct Count: Sendable, Hashable {
        /// Which kind.
        public let aspect: Aspect
        /// How many there are.
        public let total: Int
        /// Names of those that were not seen.
        public let missed: [String]

        /// How many were seen.
        public var seen: Int { total - missed.count }
    }

    /// What is counted.
    public enum Aspect: String, Sendable, Hashable, CaseIterable {
        /// Transitions that were taken.
        case transitions
        /// Requirements that were seen to hold.
        case held
        /// Requirements that were seen to refuse.
        case refused
        /// Roles that were seen to act.
        case roles
        /// Documents whose lack was seen to refuse.
        case documents
        /// Deadlines that were started.
        case started
        /// Deadlines that an event stopped.
        case stopped
        /// Deadlines whose last day went by.
        case passed
        /// Ends that were reached.
        case ends

        /// What people call it.
        public var label: Phrase {
            switch self {
            case .transitions: Phrase(vi: "Bước chuyển đã đi", en: "Transitions taken")
            case .held: Phrase(vi: "Điều kiện đã thấy đạt", en: "Requirements seen to hold")
            case .refused: Phrase(vi: "Điều kiện đã thấy chặn", en: "Requirements seen to refuse")
            case .roles: Phrase(vi: "Vai trò đã thấy thực hiện", en: "Roles seen to act")
            case .documents: Phrase(vi: "Văn bản đã thấy phải có", en: "Documents seen to be needed")
            case .started: Phrase(vi: "Thời hạn đã bắt đầu", en: "Deadlines started")
            case .stopped: Phrase(vi: "Thời hạn đã dừng", en: "Deadlines stopped")
            case .passed: Phrase(vi: "Thời hạn đã quá", en: "Deadlines passed")
            case .ends: Phrase(vi: "Kết cục đã tới", en: "Ends reached")
            }
        }
    }

    /// How much was seen, by aspect.
    public var counts: [Count] { Aspect.allCases.map(count) }

    /// How much was seen of one aspect.
    public func count(_ aspect: Aspect) -> Count {
        switch aspect {
        case .transitions: Count(aspect, transitions, name: \.name) { $0.taken > 0 }
        case .held: Count(aspect, requirements, name: \.name) { $0.use.held > 0 }
        case .refused: Count(aspect, requirements, name: \.name) { $0.use.refused > 0 }
        case .roles: Count(aspect, parts(\.roles), name: \.name) { $0.use.seen > 0 }
        case .documents: Count(aspect, parts(\.documents), name: \.name) { $0.use.seen > 0 }
        case .started: Count(aspect, deadlines, name: \.name) { $0.started > 0 }
        case .stopped: Count(aspect, deadlines, name: \.name) { $0.stopped > 0 }
        case .passed: Count(aspect, deadlines, name: \.name) { $0.passed > 0 }
        case .ends: Count(aspect, ends, name: \.name) { $0.reached > 0 }
        }
    }

    private func parts(_ kind: (TransitionUse) -> [PartUse]) -> [(name: String, use: PartUse)] {
        transitions.flatMap { transition in kind(transition).map { ("\(transition.name): \($0.name)", $0) } }
    }

    private var requirements: [(name: String, use: RequirementUse)] {
        transitions.flatMap { transition in transition.requirements.map { ("\(transition.name): \($0.id)", $0) } }
    }
}

extension Coverage.Count {
    fileprivate init<Element>(_ aspect: Coverage.Aspect, _ all: [Element], name: (Element) -> String, isSeen: (Element) -> Bool) {
        self.init(aspect: aspect, total: all.count, missed: all.filter { !isSeen($0) }.map(name))
    }
}

extension Coverage.TransitionUse {
    /// `machine/event`, followed by where it leads when it moves: `settle → follow-up/watching`.
    public var name: String { own(machine, event) + (to.map { " → \($0)" } ?? "") }
}

extension Coverage.DeadlineUse {
    /// `machine/deadline`, or the deadline alone when it is the task's.
    public var name: String { own(machine, id) }
}

extension Coverage.EndUse {
    /// `machine/state`, or the state alone when it is the task's.
    public var name: String { own(machine, state) }
}

private func own(_ machine: String, _ name: String) -> String {
    machine == "task" ? name : "\(machine)/\(name)"
}
