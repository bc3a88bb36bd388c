import LifecycleModel

/// Values of cells. An empty cell gives nil; a cell that is not right gives nil and a fault.
extension RowReader {
    /// A code.
    mutating func code<Tag>(_ column: Column, of kind: Tag.Type = Tag.self) -> ID<Tag>? {
        guard let text = text(column) else { return nil }
        do {
            return try ID<Tag>(text)
        } catch {
            fault(.badCode, column, error.phrase, hint: Phrase(vi: "ví dụ: TH-2022-001", en: "such as TH-2022-001"))
            return nil
        }
    }

    /// A day, written `YYYY-MM-DD` or `dd/MM/yyyy`; not after `latest`.
    mutating func date(_ column: Column, latest: CivilDate? = nil) -> CivilDate? {
        guard let text = text(column) else { return nil }
        do {
            let date = try CivilDate(inCell: text)
            guard let latest, date > latest else { return date }
            fault(
                .futureDate,
                column,
                Phrase(vi: "ngày \(date.vietnamese) ở tương lai", en: "\(date) lies in the future"),
                hint: Phrase(vi: "ngày không được sau \(latest.vietnamese)", en: "no date may be after \(latest)")
            )
        } catch {
            fault(.badDate, column, error.phrase, hint: error.hint)
        }
        return nil
    }

    /// An amount of money.
    mutating func money(_ column: Column) -> Dong? {
        guard let text = text(column) else { return nil }
        do {
            return try Dong(parsing: text)
        } catch {
            if case .negative = error {
                fault(
                    .negativeMoney,
                    column,
                    error.phrase,
                    hint: Phrase(vi: "kinh phí không thể âm; bỏ dấu trừ", en: "money cannot be negative; leave the minus out")
                )
            } else {
                fault(
                    .badMoney,
                    column,
                    error.phrase,
                    hint: Phrase(vi: "ghi số đồng nguyên: 1250000 hoặc 1.250.000", en: "write whole đồng: 1250000 or 1.250.000")
                )
            }
            return nil
        }
    }

    /// A whole number within bounds.
    mutating func number(_ column: Column, within bounds: ClosedRange<Int>) -> Int? {
        guard let text = text(column) else { return nil }
        if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int(text), bounds.contains(number) {
            return number
        }
        fault(
            .badNumber,
            column,
            Phrase(
                vi: "‘\(CellText.quoted(text))’ không phải số nguyên hợp lệ",
                en: "‘\(CellText.quoted(text))’ is not a whole number that fits"
            ),
            hint: Phrase(
                vi: "ghi số từ \(bounds.lowerBound) đến \(bounds.upperBound)",
                en: "write a number from \(bounds.lowerBound) to \(bounds.upperBound)"
            )
        )
        return nil
    }

    /// A name of the rule files of a certain shape.
    mutating func word(_ column: Column, example: String, fits: (String) -> Bool) -> String? {
        guard let text = text(column) else { return nil }
        if fits(text) { return text }
        fault(
            .badWord,
            column,
            Phrase(
                vi: "‘\(CellText.quoted(text))’ không phải tên trong quy tắc",
                en: "‘\(CellText.quoted(text))’ is not a name of the rule files"
            ),
            hint: Phrase(vi: "ví dụ: \(example)", en: "such as \(example)")
        )
        return nil
    }
}

extension CivilDate {
    /// Reads either form that people use in tables.
    init(inCell text: String) throws(CivilDateFault) {
        if text.utf8.contains(UInt8(ascii: "/")) {
            try self.init(parsingVietnamese: text)
        } else {
            try self.init(parsing: text)
        }
    }
}

extension CivilDateFault {
    /// What to write instead.
    var hint: Phrase {
        switch self {
        case .malformed, .yearOutOfRange:
            Phrase(vi: "ghi 2022-03-01 hoặc 01/03/2022", en: "write 2022-03-01 or 01/03/2022")
        case .noSuchMonth:
            Phrase(
                vi: "tháng đứng giữa: năm-tháng-ngày hoặc ngày/tháng/năm",
                en: "the month is in the middle: year-month-day or day/month/year"
            )
        case .noSuchDay(_, let month, let year):
            Phrase(
                vi: "tháng \(month) năm \(year) có \(CivilDate.daysIn(month: month, year: year)) ngày",
                en: "month \(month) of \(year) has \(CivilDate.daysIn(month: month, year: year)) days"
            )
        }
    }
}
