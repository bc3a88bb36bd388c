import Testing

/// One run of the program: its name among the recorded ones, its words, how it ends.
struct Run: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    var exit: Int32 = 0
    var environment: [String: String] = [:]
    var input = ""
    var writes = false

    init(_ name: String, _ words: String, exit: Int32 = 0, environment: [String: String] = [:], input: String = "", writes: Bool = false) {
        self.init(name, words.split(separator: " ").map(String.init), exit: exit, environment: environment, input: input, writes: writes)
    }

    init(
        _ name: String,
        _ arguments: [String],
        exit: Int32 = 0,
        environment: [String: String] = [:],
        input: String = "",
        writes: Bool = false
    ) {
        self.name = name
        self.arguments = arguments
        self.exit = exit
        self.environment = environment
        self.input = input
        self.writes = writes
    }

    var testDescription: String { name }
}

extension Run {
    /// Every command as a person sees it, the important ones for programs and in English.
    static let answers: [Run] = [
        Run("init-dry-run", "init --store moi.db --dry-run"),
        Run("init", "init --store moi.db"),
        Run("status", "status"),
        Run("status-json", "status --format json"),
        Run("status-en", "--lang en status"),
        Run("task-list", "task list"),
        Run("task-list-narrow", "task list", environment: ["COLUMNS": "60"]),
        Run("task-list-find", ["task", "list", "--find", "lua dac san"]),
        Run("task-list-overdue", "task list --overdue --sort due"),
        Run("task-list-due-before", "task list --due-before 2022-03-17", environment: ["COLUMNS": "80"]),
        Run("task-list-due-before-day", "task list --due-before 16/03/2022"),
        Run("task-list-due-before-csv", "task list --due-before 2022-03-17 --now 2022-03-05 --format csv --lang en"),
        Run("task-list-title", "task list --sort title"),
        Run("task-list-stage-csv", "task list --stage ordering --open --format csv"),
        Run("task-list-state", "task list --state ordering/proposed --host VNN --field agriculture --year 2022"),
        Run("task-list-none", "task list --stage acceptance"), Run("task-list-by-stage", "task list --sort stage"),
        Run("task-list-json", "task list --route selection --programme CT1 --format json"),
        Run("task-show", "task show TH-2022-001"),
        Run("task-show-json", "task show TH-2022-001 --format json"),
        Run("task-show-en", "task show TH-2022-001 --lang en"),
        Run("task-explain", "task explain TH-2022-001 --counting"),
        Run("task-explain-actor", "task explain TH-2022-002 --actor CT01 --all"),
        Run("task-explain-ended", "task explain TH-2022-003"),
        Run("task-explain-json", "task explain TH-2022-002 --format json --lang en"),
        Run("task-log", "task log TH-2022-001", environment: ["COLUMNS": "140"]),
        Run("task-log-json", "task log TH-2022-003 --format json"),
        Run("task-log-xes", "task log TH-2022-003 --as xes --lang en"),
        Run("rules-export-machine", "rules export old-law --as pnml --machine report"),
        Run("rules-export-json", "rules export new-law --as json"),
        Run(
            "task-new",
            [
                "task", "new", "--title", "Nuôi cá lồng", "--set", "level=province", "--set", "kind=topic", "--set", "field=agriculture",
                "--actor", "CV01",
            ],
            writes: true
        ),
        Run(
            "task-new-decomposed",
            [
                "task", "new", "--title", "Nuo\u{302}i ca\u{301}", "--set", "level=province", "--actor", "CV01", "--dry-run", "--format",
                "json",
            ]
        ),
        Run("task-do", "task do TH-2022-001 accept --set acceptance.on=01/04/2022 --actor CV01", writes: true),
        Run("task-do-en", "task do TH-2022-001 pause --actor CV01 --lang en", writes: true),
        Run("task-do-json", "task do TH-2022-002 review --actor CV01 --format json --dry-run"),
        Run("rules-check", "rules check old-law"),
        Run("rules-check-json", "rules check --format json --lang en"),
        Run("rules-show", "rules show"),
        Run("rules-show-all", "rules show old-law"),
        Run("rules-show-forms", "rules show old-law --part forms --lang en"),
        Run("rules-show-roles", "rules show old-law --part roles"),
        Run("calendar-add", "calendar add 2022-03-10 5 --working --explain"),
        Run("calendar-add-json", "calendar add 31/01/2022 1 --months --format json"),
        Run("calendar-add-back", "calendar add 2022-03-21 -3 --working"),
        Run("calendar-add-unknown-year", "calendar add 2035-01-01 5 --working"),
        Run(
            "calendar-add-batch",
            "calendar add --batch --format json",
            input: #"[{"date":"2022-03-14","n":1,"working":true},{"date":"2024-01-31","n":1,"months":true}]"#
        ),
        Run("calendar-diff", "calendar diff 2022-03-10 2022-03-20 --working"),
        Run("calendar-diff-json", "calendar diff 2022-03-10 2022-03-20 --format json"),
        Run("calendar-show", "calendar show 2022"),
        Run("calendar-adopt", "calendar adopt"),
        Run("org-list", "org list"),
        Run("org-list-find-csv", "org list --find vien --format csv"),
        Run("org-show", "org show VNN"),
        Run("org-show-json", "org show VNN --format json"),
        Run("org-new", ["org", "new", "TC9", "--name", "Vie\u{323}\u{302}n Nấm", "--actor", "CV01"], writes: true),
        Run("org-update", ["org", "update", "VNN", "--name", "Viện Nông nghiệp Thanh Hóa", "--actor", "CV01"], writes: true),
        Run("org-update-same", "org update VNN --kind public-service-unit --actor CV01"),
        Run("person-list", "person list --role host"),
        Run("person-list-narrow", "person list", environment: ["COLUMNS": "80"]),
        Run("person-show", "person show CN01"),
        Run("person-new", ["person", "new", "CV02", "--name", "Đỗ Văn Thử", "--role", "officer", "--actor", "CV01"], writes: true),
        Run("person-update", "person update CN01 --degree PGS --actor CV01", writes: true),
        Run("person-kin", ["person", "update", "CN01", "--kin", "CV01=spouse:Lý lịch", "--actor", "CV01"], writes: true),
        Run(
            "person-finding",
            ["person", "finding", "CT01", "--ground", "partiality", "--evidence", "BB 3", "--task", "TH-2022-001", "--actor", "CV01"],
            writes: true
        ),
        Run("person-conflicts-no-council", "person conflicts CN01 TH-2022-001"),
        Run("task-people", "task people TH-2022-001"),
        Run("task-people-json", "task people TH-2022-001 --format json"),
        Run(
            "task-people-add",
            "task people TH-2022-001 --add CT01=key-member --coordinator SKHCN --source B1-2a --actor CV01",
            writes: true
        ),
        Run("council-candidates-none", "council candidates TH-2022-001"),
        Run(
            "person-erase",
            ["person", "erase", "CT01", "--decision", "12/QĐ-SKHCN", "--reason", "Đơn của chuyên gia", "--actor", "CV01"],
            writes: true
        ),
        Run(
            "person-erase-dry-run-en",
            ["person", "erase", "CT01", "--decision", "12/QĐ-SKHCN", "--reason", "x", "--dry-run", "--lang", "en", "--actor", "CV01"]
        ),
        Run(
            "person-erase-needed",
            ["person", "erase", "CN01", "--decision", "12/QĐ-SKHCN", "--reason", "x", "--actor", "CV01"],
            exit: 1
        ),
        Run(
            "person-erase-wrong-file",
            ["person", "erase", "CT01", "--decision", "1", "--reason", "x", "--file", "ly-lich.pdf", "--actor", "CV01"],
            exit: 64
        ),
        Run(
            "person-erase-earlier-nothing",
            ["person", "erase", "CT01", "--earlier", "--decision", "1", "--reason", "x", "--actor", "CV01"]
        ),
        Run("programme-list", "programme list"),
        Run(
            "programme-new",
            ["programme", "new", "CT2", "--name", "Y dược", "--from", "2021", "--to", "2025", "--actor", "CV01"],
            writes: true
        ),
        Run("audit-root", "audit root"),
        Run("audit-verify", "audit verify"),
        Run("audit-verify-json", "audit verify --format json"),
        Run("audit-root-size", "audit root --size 3"),
        Run("audit-root-no-such-size", "audit root --size 99", exit: 64),
        Run("audit-proof", "audit proof 5", environment: ["COLUMNS": "400"]),
        Run("audit-proof-json", "audit proof 5 --size 7 --format json"),
        Run("audit-proof-en", "audit proof 5 --size 7 --lang en", environment: ["COLUMNS": "400"]),
        Run("audit-proof-unknown", "audit proof 99", exit: 64),
        Run("audit-consistency", "audit consistency 3"),
        Run("audit-consistency-json", "audit consistency 3 7 --format json"),
        Run("audit-consistency-swapped", "audit consistency 7 3", exit: 64),
        Run("audit-consistency-same", "audit consistency 3 3 --lang en"),
        Run("audit-checkpoint-unsigned", "audit checkpoint --origin tinh"),
        Run("audit-checkpoint-no-key-file", "audit checkpoint --key khong.key", exit: 69),
        Run("audit-key-none", "audit key", exit: 64),
        Run("audit-new-key-dry-run", "audit new-key --name skhcn.example.vn/nhiemvu --output a.key --dry-run"),
        Run("audit-new-key-name", ["audit", "new-key", "--name", "Sở KHCN", "--output", "a.key"], exit: 65),
        Run("audit-verifier-alone", "audit verify --verifier a", exit: 64),
        Run("store-backup-dry-run", "store backup --thin --dry-run"),
        Run("store-backup-json", "store backup sao.db --format json"),
        Run("store-backup-no-folder", "store backup khong/co.db", exit: 69),
        Run("store-backup-itself", "store backup tinh.db", exit: 69),
        Run("store-restore-missing", "store restore khong.db --store moi.db", exit: 69),
        Run("store-restore-over", "store restore tinh.db", exit: 69),
        Run("store-restore-foreign", "store restore qd.pdf --store moi.db --lang en", exit: 69),
        Run("store-restore-dry-run", "store restore tinh.db --store moi.db --dry-run"),
        Run("store-verify", "store verify"),
        Run("store-verify-json", "store verify --format json"),
        Run("store-stats", "store stats"),
        Run("store-stats-json", "store stats --format json"),
        Run("help", "help"),
        Run("help-task", "help task"),
        Run("help-job", "help job"),
        Run("help-job-run", "help job run"),
        Run("task-whatif", "task whatif TH-2022-001 --now 2022-03-10 --until 2022-06-30"),
        Run("job-list-new", "job list --now 2022-03-10", exit: 2),
        Run("help-task-do", "help task do"),
        Run("help-task-do-en", "--lang en task do --help"),
        Run("help-task-list", "task list -h"),
        Run("help-import", "import --help", environment: ["COLUMNS": "80"]),
        Run("help-org-new", "org new --help", environment: ["COLUMNS": "80"]),
        Run("help-audit", "help audit"),
        Run("help-audit-checkpoint", "audit checkpoint --help"),
        Run("help-audit-verify-en", "--lang en audit verify --help"),
        Run("help-store-backup", "store backup --help"),
        Run("help-store-restore-en", "--lang en store restore --help"),
        Run("version", "--version"),
    ]
}
