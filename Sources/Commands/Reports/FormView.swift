import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Terminal

/// How a filled statistical form looks.
struct FormView {
    let count: FormCount
    let indicator: UseIndicator
    let reconciliation: FormReconciliation
    let stamp: ReportStamp
    let showsReasons: Bool

    var form: StatisticalForm { count.form }
    var language: Language { Speech.language }

    /// One printed row: a section, the heading of a group (without cells), or a row of a group.
    struct Line {
        var code: String
        var label: Phrase
        var depth: Int
        /// The tasks of each counted column; nil: crossed out.
        var cells: [[String]?]
        /// Codes of the rows it adds up.
        var parts: [String] = []
        var isSection = false
        var isHeading: Bool { cells.isEmpty }
    }

    /// The rows from top to bottom.
    var lines: [Line] {
        form.sections.flatMap { section -> [Line] in
            let cells = form.counted.map { Optional(count.tasks(section: section, column: $0)) }
            return [Line(code: section.code, label: section.label, depth: 0, cells: cells, isSection: true)]
                + section.groups.flatMap { group in
                    [Line(code: "", label: group.label, depth: 0, cells: [])] + group.rows.flatMap { lines($0, of: group, depth: 1) }
                }
        }
    }

    private func lines(_ row: StatisticalForm.Row, of group: StatisticalForm.Group, depth: Int) -> [Line] {
        let cells = form.counted.map { column in
            group.crossedOut.contains(column.code) ? nil : count.tasks(row: row, column: column)
        }
        return [Line(code: row.code, label: row.label, depth: depth, cells: cells, parts: row.parts.map(\.code))]
            + row.parts.flatMap { lines($0, of: group, depth: depth + 1) }
    }

    var title: String { say("\(form.label.vi), năm \(count.year)", "\(form.label[.en]), \(count.year)") }

    var report: Report { Report(json: json, blocks: blocks, sheet: sheet) }

    // MARK: For people

    private var blocks: [any Block] {
        var columns = [
            Table.Column(head(.heading), shrinkPriority: 1, minimumWidth: 20, overflow: .wrap), Table.Column(head(.code), isWhole: true),
        ]
        columns += form.counted.map {
            Table.Column($0.label[language], alignment: .right, shrinkPriority: 2, minimumWidth: 8, overflow: .wrap, isWhole: false)
        }
        let rows = lines.map { line -> [StyledText] in
            let style: Style = line.isSection ? .strong : .plain
            let label = StyledText(String(repeating: "  ", count: line.depth) + line.label[language], style)
            return [label, StyledText(line.code, .accent)]
                + line.cells.map { cell in
                    guard let cell else { return StyledText("×", .faint) }
                    return StyledText("\(cell.count)", cell.isEmpty ? .faint : style)
                }
        }
        return [Heading(title), Table(columns: columns, rows: rows)] + remarks + reasons
            + [Paragraph(StyledText(form.note[language], .faint)), Paragraph(StyledText(stamp.phrase[language], .faint))]
    }

    private func head(_ content: StatisticalForm.Content) -> String {
        form.columns.first { $0.shows == content }?.label[language] ?? ""
    }

    /// What stands under the form in every shape of it: tasks in no row, sexes not on record, the comparison with the indicator.
    var remarkTexts: [String] {
        var texts = count.unplaced.map { unplaced in
            let place = [unplaced.section.map { say("mã số \($0)", "code \($0)") }, unplaced.group?[language]].compactMap(\.self)
                .joined(separator: ", ")
            let list = unplaced.tasks.joined(separator: ", ")
            return (place.isEmpty ? say("Ngoài biểu", "Outside of the form") : place)
                + ": \(unplaced.tasks.count) \(say("nhiệm vụ có", "tasks with")) \(unplaced.what[language]): \(list)"
        }
        if !count.sexUnknown.isEmpty {
            texts.append(
                say(
                    "Cột 2: chưa ghi giới tính chủ nhiệm của \(count.sexUnknown.count) nhiệm vụ: ",
                    "Column 2: the sex of the investigators of \(count.sexUnknown.count) tasks is not on record: "
                ) + count.sexUnknown.joined(separator: ", ")
            )
        }
        if stamp.day < CivilDate(year: count.year, month: 12, day: 31) ?? stamp.day {
            texts.append(
                say(
                    "Năm \(count.year) chưa hết: số liệu đến hết ngày \(stamp.day.vietnamese).",
                    "The year \(count.year) is not over: figures are as of \(stamp.day)."
                )
            )
        }
        texts.append(comparison)
        return texts
    }

    private var comparison: String {
        let (form, indicator) = (reconciliation.formOnly.count, reconciliation.indicatorOnly.count)
        let code = self.form.codes(of: .inUse).first ?? ""
        return say(
            "Cột \(code) đối chiếu chỉ tiêu \(self.indicator.number) năm \(count.year): \(reconciliation.both.count) nhiệm vụ ở cả hai, \(form) chỉ ở biểu, \(indicator) chỉ ở chỉ tiêu.",
            "Column \(code) against indicator \(self.indicator.number) of \(count.year): \(reconciliation.both.count) tasks in both, \(form) in the form alone, \(indicator) in the indicator alone."
        )
    }

    /// Every task that only one of the two counts, with the reason.
    var differenceTexts: [String] {
        reconciliation.formOnly.map { "\($0.task): " + say("chỉ ở biểu – ", "in the form alone – ") + $0.reason.phrase[language] }
            + reconciliation.indicatorOnly.map {
                "\($0.task): " + say("chỉ ở chỉ tiêu – ", "in the indicator alone – ") + $0.reason.phrase[language]
            }
    }

    private var remarks: [any Block] {
        [Bullets(remarkTexts.map { StyledText($0) })]
            + (showsReasons && !differenceTexts.isEmpty ? [Bullets(differenceTexts.map { StyledText($0) }, indent: 2)] : [])
    }

    private var reasons: [any Block] {
        guard showsReasons else { return [] }
        return [
            Heading(say("Cách đếm và lý do", "How it is counted, and why"), level: 2),
            Bullets(form.choices.reasons.map { StyledText("\($0.choice) = \($0.value): ", .strong) + StyledText($0.why[language]) }),
            Heading(say("Hạn gửi", "When it is due"), level: 2), Bullets(dueTexts.map { StyledText($0) }),
        ]
    }

    /// When the form is due, and how firmly that stands.
    var dueTexts: [String] {
        form.dues.map { due in
            let day = due.lastDay(reportOn: count.year)
            let shown = language == .vi ? day?.vietnamese : day?.description
            let doubt = due.standing == "assumed" ? say(" (giả định, cần xác nhận)", " (assumed, to be confirmed)") : ""
            return "\(due.who[language]): \(say("chậm nhất", "at the latest")) \(shown ?? "?")\(doubt). \(due.basis)"
        }
    }

    // MARK: For spreadsheets and programs

    private var sheet: Sheet {
        Sheet(
            header: ["code", "label"] + form.counted.map(\.code),
            rows: lines.filter { !$0.isHeading }.map { line in
                [line.code, line.label[language]] + line.cells.map { $0.map { "\($0.count)" } ?? "X" }
            }
        )
    }

    private var json: JSONValue {
        var object: JSONObject = [
            "form": .string(form.id), "year": JSONValue(count.year), "label": .string(form.label[language]), "source": .string(form.source),
            "note": .string(form.note[language]),
        ]
        object["choices"] = .array(
            form.choices.reasons.map {
                ["choice": .string($0.choice), "value": .string($0.value), "why": .string($0.why[language])]
            }
        )
        object["columns"] = .array(
            form.columns.map {
                ["code": .string($0.code), "shows": .string($0.shows.rawValue), "label": .string($0.label[language])]
            }
        )
        object["rows"] = .array(lines.filter { !$0.isHeading }.map(json))
        object["outside_rows"] = .array(
            count.unplaced.map {
                [
                    "section": JSONValue($0.section), "group": JSONValue($0.group?[language]), "what": .string($0.what[language]),
                    "tasks": JSONValue($0.tasks),
                ]
            }
        )
        object["sex_unknown"] = JSONValue(count.sexUnknown)
        object["reconciliation"] = [
            "indicator": JSONValue(indicator.number), "definition": .string(form.choices.useDefinition),
            "both": JSONValue(reconciliation.both), "form_only": json(reconciliation.formOnly),
            "indicator_only": json(reconciliation.indicatorOnly),
        ]
        object["due"] = .array(
            form.dues.map {
                [
                    "who": .string($0.who[language]), "last_day": $0.lastDay(reportOn: count.year)?.json ?? .null,
                    "standing": .string($0.standing), "basis": .string($0.basis),
                ]
            }
        )
        object["stamp"] = stamp.json
        return .object(object)
    }

    private func json(_ differences: [FormReconciliation.Difference]) -> JSONValue {
        .array(
            differences.map {
                ["task": .string($0.task), "reason": .string($0.reason.code), "why": .string($0.reason.phrase[language])]
            }
        )
    }

    /// The numbers of a row by column, and the tasks under each; null where it is crossed out.
    private func json(_ line: Line) -> JSONValue {
        var cells = JSONObject()
        var tasks = JSONObject()
        for (column, cell) in zip(form.counted, line.cells) {
            cells[column.code] = cell.map { JSONValue($0.count) } ?? .null
            tasks[column.code] = cell.map { JSONValue($0) } ?? .null
        }
        return [
            "code": .string(line.code), "label": .string(line.label[language]), "cells": .object(cells), "tasks": .object(tasks),
        ]
    }
}
