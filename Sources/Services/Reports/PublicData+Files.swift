import CanonicalJSON
import DelimitedText
import LifecycleModel
import RuleLoading
import Rules

extension PublicData {
    /// A file of the open data.
    public struct File: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its content.
        public let bytes: [UInt8]
    }

    /// The files: each table as CSV (RFC 4180, formulas made harmless) and JSON, `datapackage.json` (Frictionless Data Package) and
    /// `README.md`, which say what the columns are and by which rule they are public. The same data always gives the same bytes.
    public var files: [File] {
        tables.flatMap { table in
            [
                File(name: "\(table.rules.name).csv", bytes: Array(table.csv.utf8)),
                File(name: "\(table.rules.name).json", bytes: Array((table.json.prettyText() + "\n").utf8)),
            ]
        } + [
            File(name: "datapackage.json", bytes: Array((package.prettyText() + "\n").utf8)),
            File(name: "README.md", bytes: Array(readme.utf8)),
        ]
    }

    private var package: JSONValue {
        [
            "profile": "tabular-data-package", "name": "nhiemvu-open-data", "title": .string(label.vi), "title_en": .string(label[.en]),
            "stamp": stamp.json,
            "withheld": .array(
                withheld.map {
                    [
                        "tasks": JSONValue($0.tasks), "why": .string($0.rule.why.vi), "basis": .string($0.rule.basis),
                        "standing": .string($0.rule.standing.rawValue),
                    ]
                }
            ),
            "resources": .array(
                tables.map { table in
                    [
                        "profile": "tabular-data-resource", "name": .string(table.rules.name), "title": .string(table.rules.label.vi),
                        "path": .string("\(table.rules.name).csv"), "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
                        "rows": JSONValue(table.rows.count), "schema": ["fields": .array(table.rules.columns.map(\.schema))],
                    ]
                }
            ),
        ]
    }

    private var readme: String {
        var lines = ["# \(label.vi)", "", "*\(label[.en])*", "", stamp.phrase.vi + ".", "", stamp.phrase[.en] + ".", ""]
        lines += [
            "Mã tổ chức, chương trình nối các bảng với nhau; ô trống là không có hoặc chưa có. Tiền là số nguyên đồng, ngày là YYYY-MM-DD. "
                + "Không có dữ liệu về cá nhân. Tệp CSV đặt dấu nháy đơn trước ô có thể bị bảng tính hiểu là công thức.",
            "",
            "Codes of organisations and programmes join the tables; an empty cell is none or not yet. Money is in whole đồng, days are YYYY-MM-DD. "
                + "There is nothing about persons. CSV files put an apostrophe before cells that a spreadsheet might take for a formula.",
            "",
        ]
        for item in withheld where item.tasks > 0 {
            lines += [
                "**\(item.tasks)** nhiệm vụ không công khai, không nằm trong bảng nào: \(item.rule.why.vi) (\(item.rule.basis); \(item.rule.standing.rawValue)).",
                "",
                "**\(item.tasks)** tasks are withheld and in none of the tables: \(item.rule.why[.en]).", "",
            ]
        }
        for table in tables {
            lines += [
                "## \(table.rules.name): \(table.rules.label.vi)", "", "| cột | nội dung | meaning | vì sao công khai | căn cứ |",
                "|---|---|---|---|---|",
            ]
            lines += table.rules.columns.map { column in
                let meaning = PublicColumn(named: column.name)?.meaning
                return
                    "| `\(column.name)` | \(meaning?.vi ?? "") | \(meaning?[.en] ?? "") | \(column.why.vi) | \(column.basis) (\(column.standing.rawValue)) |"
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}

extension PublicData.Table {
    fileprivate var csv: String {
        CSVWriter().text([rules.columns.map(\.name)] + rows.map { $0.map(\.cell) })
    }

    fileprivate var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject()
                for (column, value) in zip(rules.columns, row) { object[column.name] = value }
                return .object(object)
            }
        )
    }
}

extension PublicRules.Column {
    fileprivate var schema: JSONValue {
        let column = PublicColumn(named: name)
        return [
            "name": .string(name), "type": .string(column?.type ?? "string"), "title": JSONValue(column?.meaning.vi),
            "description": JSONValue(column?.meaning[.en]), "public_because": .string(why.vi), "basis": .string(basis),
            "standing": .string(standing.rawValue),
        ]
    }
}

extension JSONValue {
    /// The value as a cell: texts as they are, nothing for null.
    fileprivate var cell: String { string ?? (self == .null ? "" : canonicalText) }
}
