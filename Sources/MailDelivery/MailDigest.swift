/// What a person is told about the tasks that wait for them: what the templates `digest` and `urgent` are filled with.
public struct MailDigest: Sendable, Hashable {
    /// The name of the person.
    public let person: String
    /// The day as the letter writes it.
    public let day: String
    /// The tasks, in the order of the letter.
    public let tasks: [Task]

    /// A task and what there is to tell of it.
    public struct Task: Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its title.
        public let title: String
        /// What there is to tell.
        public let notices: [Notice]

        /// A task.
        public init(code: String, title: String, notices: [Notice]) {
            self.code = code
            self.title = title
            self.notices = notices
        }
    }

    /// One thing to tell.
    public struct Notice: Sendable, Hashable {
        /// What it is.
        public let text: String
        /// The day it falls due as the letter writes it; empty: none.
        public let due: String
        /// How far off that is, such as `còn 7 ngày`; empty: nothing to say.
        public let when: String

        /// Something to tell.
        public init(text: String, due: String = "", when: String = "") {
            self.text = text
            self.due = due
            self.when = when
        }
    }

    /// A digest.
    public init(person: String, day: String, tasks: [Task]) {
        self.person = person
        self.day = day
        self.tasks = tasks
    }

    /// How many things there are to tell.
    public var count: Int { tasks.reduce(0) { $0 + $1.notices.count } }

    /// The names that its templates may use.
    public static let shape = TemplateShape(
        fields: ["person", "day", "count"],
        sections: [
            "tasks": TemplateShape(
                fields: ["task", "title"],
                sections: ["notices": TemplateShape(fields: ["text", "due", "when"])]
            )
        ]
    )

    /// What templates are filled with.
    public var data: TemplateData {
        TemplateData(
            fields: ["person": person, "day": day, "count": String(count)],
            sections: [
                "tasks": tasks.map { task in
                    TemplateData(
                        fields: ["task": task.code, "title": task.title],
                        sections: [
                            "notices": task.notices.map { TemplateData(fields: ["text": $0.text, "due": $0.due, "when": $0.when]) }
                        ]
                    )
                }
            ]
        )
    }
}
