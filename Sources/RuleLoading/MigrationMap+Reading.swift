import Foundation
import LifecycleModel
public import Rules

extension MigrationMap {
    /// Reads a map file: `states` (`stage/state: stage/state`), `machines` (`machine: {state: state}`), `deadlines` (`NT-1: NT-2`,
    /// `machine/RP-1: none`).
    ///
    /// - Parameters:
    ///   - old: definitions the names on the left may come from.
    ///   - new: the definition the names on the right must be in.
    /// - Throws: `RuleFileFaults` with every name that is not there, by line and column.
    public static func read(_ path: String, from old: [Regime], to new: Regime) throws(RuleFileFaults) -> MigrationMap {
        let report = Report()
        var map = MigrationMap()
        if let data = FileManager.default.contents(atPath: path) {
            let file = SourceFile.parse(Array(data), name: path, report: report)
            if let root = file.root {
                let reading = Reading(old: old, new: new)
                map = reading.map(Cursor(root, at: .root, in: file, report: report).fields("states", "machines", "deadlines"))
            }
        } else {
            report.add(.unreadable(path))
        }
        guard !report.hasErrors else { throw RuleFileFaults(diagnostics: report.diagnostics.sorted()) }
        return map
    }

    /// The names both sides know.
    private struct Reading {
        let old: [Regime]
        let new: Regime

        func map(_ fields: Fields) -> MigrationMap {
            var map = MigrationMap()
            map.states[Regime.taskMachine] = states(fields.optional("states"), of: Regime.taskMachine)
            for (machine, value) in entries(fields.optional("machines")) { map.states[machine] = states(value, of: machine) }
            for (name, value) in entries(fields.optional("deadlines")) {
                let steps = name.split(separator: "/", maxSplits: 1).map(String.init)
                let machine = steps.count == 2 ? steps[0] : Regime.taskMachine
                let id = steps.last ?? name
                check(
                    id,
                    in: old.flatMap { $0.machine(machine)?.deadlines.keys.map { $0 } ?? [] },
                    "unknown-deadline",
                    value,
                    at: value.name
                )
                guard let target = value.text() else { continue }
                if target != MigrationMap.none {
                    check(target, in: new.machine(machine)?.deadlines.keys.map { $0 } ?? [], "unknown-deadline", value)
                }
                map.deadlines[machine, default: [:]][id] = target
            }
            return map
        }

        private func states(_ cursor: Cursor?, of machine: String) -> [String: String] {
            var states: [String: String] = [:]
            for (name, value) in entries(cursor) {
                check(name, in: old.flatMap { $0.machine(machine)?.states.keys.map { $0 } ?? [] }, "unknown-state", value, at: value.name)
                guard let target = value.text() else { continue }
                check(target, in: new.machine(machine)?.states.keys.map { $0 } ?? [], "unknown-state", value)
                states[name] = target
            }
            return states
        }

        private func entries(_ cursor: Cursor?) -> [(name: String, value: Cursor)] {
            guard let cursor else { return [] }
            guard let mapping = cursor.node.mapping else {
                cursor.wrongType(Phrase(vi: "một nhóm ‘tên cũ: tên mới’", en: "a mapping of old names to new ones"))
                return []
            }
            return mapping.compactMap { key, value in
                key.scalar.map {
                    ($0.string, Cursor(value, at: cursor.path / $0.string, in: cursor.file, anchor: key, report: cursor.report))
                }
            }
        }

        private func check(_ name: String, in known: [String], _ code: String, _ value: Cursor, at place: Tree? = nil) {
            guard !known.contains(name) else { return }
            value.fault(
                code,
                at: place,
                place == nil
                    ? Phrase(vi: "bộ quy tắc mới không có ‘\(name)’", en: "the new rules have no ‘\(name)’")
                    : Phrase(vi: "bộ quy tắc cũ không có ‘\(name)’", en: "the old rules have no ‘\(name)’"),
                hint: Suggestion.hint(for: name, in: Set(known))
            )
        }
    }
}
