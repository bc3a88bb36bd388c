public import Engine
public import LifecycleModel

/// Something about the use of results that is due, and who is to be chased for it.
public struct FollowUpDuty: Sendable {
    /// Code of the task.
    public let task: String
    /// Title of the task.
    public let title: String
    /// What it is about: a result, a report, a piece of evidence, or the task's own verdict.
    public let machine: MachineReference
    /// The result's name, where it is about one.
    public let result: String?
    /// Identifier of the deadline, and the day.
    public let id: String
    /// What people call it.
    public let label: Phrase
    /// The last day.
    public let due: CivilDate
    /// Whether it is an early warning: this program's own, no duty of the law.
    public let isEarlyWarning: Bool
    /// Who answers for it.
    public let chased: Chased

    /// The role that answers, its organisation, and the people of the register who hold it there.
    public struct Chased: Sendable, Hashable {
        /// The role, as the rule files name it.
        public let role: String
        /// What people call it.
        public let label: Phrase
        /// Code of the organisation; nil of the department and the province.
        public let organisation: String?
        /// Codes and names, by code.
        public let people: [Contact]
    }

    /// Somebody of the register.
    public struct Contact: Sendable, Hashable {
        /// Code.
        public let code: String
        /// Name.
        public let name: String
        /// Where messages go; nil: not on record.
        public let email: MailAddress?
    }

    /// Small machines whose deadlines are about the use of results.
    static let machines: Set<String> = [
        UseMachine.result.rawValue, UseMachine.evidence.rawValue, "application-report", "commercialisation", "commercialisation-report",
    ]
}
