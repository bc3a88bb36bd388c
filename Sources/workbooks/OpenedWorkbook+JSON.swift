import CanonicalJSON
import LifecycleModel
import Spreadsheets

extension OpenedWorkbook {
    /// Sheets with their cells by address, each with its kind, value and formula.
    var json: JSONValue {
        [
            "sheets": .array(
                sheets.map { sheet in
                    [
                        "name": .string(sheet.name), "hidden": .bool(sheet.isHidden),
                        "merged": .array(sheet.merged.map { .string($0.description) }),
                        "cells": .array(sheet.rows.flatMap(\.cells).map(\.json)),
                    ]
                }
            ),
            "names": .array(names.map { ["name": .string($0.name), "reference": .string($0.reference)] }),
        ]
    }
}

extension OpenedCell {
    fileprivate var json: JSONValue {
        let (kind, value): (String, String) =
            switch content {
            case .text(let text): ("text", text)
            case .number(let number): ("number", number.description)
            case .date(let day, let hasTime): (hasTime ? "moment" : "date", day.description)
            case .bool(let flag): ("bool", flag ? "true" : "false")
            case .error(let error): ("error", error)
            case .uncalculated: ("uncalculated", "")
            }
        return [
            "address": .string(address.description), "kind": .string(kind), "value": .string(value), "formula": JSONValue(formula),
        ]
    }
}
