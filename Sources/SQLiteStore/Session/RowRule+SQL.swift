import Store

extension RowRule {
    /// A query of the subjects that break the rule.
    var sql: String {
        switch self {
        case .deadlineOrder: "SELECT task FROM deadlines WHERE grace < due OR lock < coalesce(grace, due)"
        case .deadlineStopped: "SELECT task FROM deadlines WHERE (standing = 'stopped') <> (stopped_on IS NOT NULL)"
        case .deadlineAsleep: "SELECT task FROM deadlines WHERE wakes_on IS NOT NULL AND (standing = 'suspended' OR acts = '')"
        case .evidenceResult:
            "SELECT task FROM evidence AS e WHERE NOT EXISTS (SELECT 1 FROM results AS r WHERE r.task = e.task AND r.number = e.result)"
        case .useMoveSubject:
            """
            SELECT task FROM use_moves AS m WHERE NOT EXISTS (
                SELECT 1 FROM machines AS i WHERE i.task = m.task AND i.machine = m.machine AND i.number = m.number
            )
            """
        case .documentEvent:
            """
            SELECT task FROM documents AS d JOIN events AS e ON e.number = d.event
            WHERE e.subject_kind <> 'task' OR e.subject_code <> d.task
            """
        case .documentFile:
            "SELECT task FROM documents WHERE (sha256 IS NULL) <> (file_name IS NULL) OR (sha256 IS NULL) <> (size IS NULL)"
        case .barOrder: "SELECT task FROM bars WHERE ends_on < starts_on"
        case .firstEvent:
            """
            SELECT subject_code FROM (
                SELECT subject_code, min(number) AS first, min(iif(kind = 'registered', number, NULL)) AS registered,
                    sum(kind = 'registered') AS times
                FROM events WHERE subject_kind = 'task' GROUP BY subject_code
            ) WHERE first IS NOT registered OR times <> 1
            """
        case .eventDefinition:
            "SELECT subject_code FROM events WHERE subject_kind IN ('task', 'council', 'budget') AND definition IS NULL"
        case .eventActor:
            // Before anybody is in the register nobody can be asked for it.
            """
            SELECT DISTINCT actor FROM events WHERE actor <> 'system' AND actor NOT IN (\(Self.codes("person")))
                AND number > (SELECT min(number) FROM events WHERE subject_kind = 'person')
            """
        case .taskParties:
            """
            SELECT code FROM tasks WHERE \(Self.isUnknown("host", "organisation")) OR \(Self.isUnknown("orderer", "organisation"))
                OR \(Self.isUnknown("investigator", "person")) OR \(Self.isUnknown("programme", "programme"))
            """
        case .taskMoney: "SELECT code FROM tasks WHERE state_money < 0 OR counterpart_money < 0"
        case .personOrganisation:
            "SELECT code FROM registered WHERE kind = 'person' AND \(Self.isUnknown("value ->> '$.organisation'", "organisation"))"
        case .personKin: member("person", "$.kin", "$.person", of: "person")
        case .participationParties:
            """
            \(member("participation", "$.participants", "$.person", of: "person"))
            UNION SELECT code FROM registered WHERE kind = 'participation' AND value ->> '$.task' NOT IN (SELECT code FROM tasks)
            """
        case .councilTask: "SELECT code FROM registered WHERE kind = 'council' AND value ->> '$.task' NOT IN (SELECT code FROM tasks)"
        case .councilMembers: member("council", "$.members", "$.person", of: "person")
        case .budgetTask: "SELECT code FROM registered WHERE kind = 'budget' AND code NOT IN (SELECT code FROM tasks)"
        case .erasedRoles:
            """
            SELECT code FROM registered
            WHERE kind = 'person' AND value ->> '$.erased' IS NOT NULL AND json_array_length(value, '$.roles') > 0
            """
        case .jobRunEnd:
            """
            SELECT job || ' ' || id FROM job_runs
            WHERE (outcome IN ('done', 'failed') AND ended_at IS NULL) OR (outcome = 'running' AND ended_at IS NOT NULL)
            """
        case .jobRunJob: "SELECT job || ' ' || id FROM job_runs WHERE job NOT IN (SELECT name FROM jobs)"
        case .letterEnd: "SELECT key FROM letters WHERE (standing IN ('waiting', 'sending')) <> (ended_at IS NULL)"
        case .letterPerson: "SELECT key FROM letters WHERE person NOT IN (\(Self.codes("person")))"
        case .noticePerson: "SELECT key FROM notices WHERE person NOT IN (\(Self.codes("person")))"
        case .noticeLetter: "SELECT n.key FROM notices AS n JOIN letters AS l ON l.key = n.letter WHERE l.person <> n.person"
        }
    }

    /// That a code names nothing in the register; nothing is not in an empty list either, so it is left out by name.
    private static func isUnknown(_ code: String, _ kind: String) -> String {
        "(\(code) IS NOT NULL AND \(code) NOT IN (\(codes(kind))))"
    }

    private static func codes(_ kind: String) -> String { "SELECT code FROM registered WHERE kind = '\(kind)'" }

    /// Entries of a kind with a list in which a code is that of nobody registered.
    private func member(_ kind: String, _ list: String, _ code: String, of other: String) -> String {
        """
        SELECT r.code FROM registered AS r, json_each(r.value, '\(list)') AS item
        WHERE r.kind = '\(kind)' AND item.value ->> '\(code)' NOT IN (\(Self.codes(other)))
        """
    }
}
