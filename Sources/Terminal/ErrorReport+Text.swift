public import LifecycleModel

extension ErrorReport {
    /// The error for people: `Lỗi: …`, each fault or blocker as a point with its article, and `Cách sửa: …`.
    public func text(on screen: Screen) -> String {
        blocks(on: screen).flatMap { $0.lines(on: screen) }.map { $0.rendered(on: screen) + "\n" }.joined()
    }

    private func blocks(on screen: Screen) -> [any Block] {
        let language = screen.language
        var blocks: [any Block] = [
            Paragraph(StyledText("\(Message.error[language]): ", .bad) + StyledText(located(in: language)))
        ]
        if !blockers.isEmpty { blocks.append(Bullets(Self.points(blockers, language), indent: 2)) }
        if !faults.isEmpty { blocks.append(Bullets(faults.map { Self.point($0, language) }, indent: 2)) }
        if let hint { blocks.append(Paragraph(StyledText("\(Message.hint[language]): ", .strong) + StyledText(hint[language]))) }
        return blocks
    }

    /// The message with its place before it: `tasks.csv, dòng 12, cột state_money: …`.
    private func located(in language: Language) -> String {
        place.map { "\($0.text(in: language)): \(message[language])" } ?? message[language]
    }

    /// A point for each blocker; a missing fact is named once. What only waits for facts named before comes together at the end.
    private static func points(_ blockers: [Blocker], _ language: Language) -> [Bullets.Point] {
        var named: Set<String> = []
        var points: [Bullets.Point] = []
        var waiting: [Bullets.Point] = []
        for blocker in blockers {
            let new = blocker.missing.filter { !named.contains($0) }
            if new.isEmpty, !blocker.missing.isEmpty {
                let basis = blocker.basis.map { StyledText(" [\($0)]", .faint) } ?? ""
                waiting.append(Bullets.Point(StyledText(blocker.message[language]) + basis))
            } else {
                points.append(point(blocker, missing: new.filter { !blocker.message.vi.contains($0) }, language))
            }
            named.formUnion(new)
        }
        let head = Phrase(vi: "Chưa xét được vì thiếu thông tin nêu trên", en: "Not judged yet, as the information above is missing")
        return waiting.isEmpty ? points : points + [Bullets.Point(StyledText("\(head[language]):", .faint), points: waiting)]
    }

    private static func point(_ blocker: Blocker, missing: [String], _ language: Language) -> Bullets.Point {
        var points: [Bullets.Point] = []
        if !missing.isEmpty {
            points.append(Bullets.Point(labelled(Message.missing, missing.joined(separator: ", "), language)))
        }
        if let cure = blocker.cure { points.append(Bullets.Point(labelled(Message.hint, cure[language], language))) }
        let basis = blocker.basis.map { StyledText(" [\($0)]", .faint) } ?? ""
        return Bullets.Point(StyledText(blocker.message[language]) + basis, points: points)
    }

    private static func point(_ fault: ErrorReport, _ language: Language) -> Bullets.Point {
        let hints = fault.hint.map { [Bullets.Point(labelled(Message.hint, $0[language], language))] } ?? []
        return Bullets.Point(StyledText(fault.located(in: language)), points: hints)
    }

    private static func labelled(_ label: Phrase, _ text: String, _ language: Language) -> StyledText {
        StyledText("\(label[language]): ", .faint) + StyledText(text)
    }
}

extension ErrorReport.Place {
    /// The place in words: `tasks.csv, dòng 12, cột state_money`.
    public func text(in language: Language) -> String {
        let columnText: String? =
            switch column {
            case .number(let number): String(number)
            case .name(let name): name
            case nil: nil
            }
        let lineWord = Phrase(vi: "dòng", en: isTable ? "row" : "line")[language]
        let columnWord = Phrase(vi: "cột", en: "column")[language]
        return ([file] + [line.map { "\(lineWord) \($0)" }, columnText.map { "\(columnWord) \($0)" }].compactMap { $0 })
            .joined(separator: ", ")
    }
}
