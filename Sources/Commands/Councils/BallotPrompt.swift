import AuditTrail
import Councils
import LifecycleModel
import Rules
import Services
import Store
import Terminal

/// Asks for ballots member by member: each mark is checked as it is typed, each ballot read back and saved before the next.
///
/// After a break it goes on with the ballots that are not in the box yet. What it says goes to stderr.
struct BallotPrompt {
    let act: RecordCouncil.Act
    let use: RecordCouncil
    let screen: Screen
    /// Reads a line somebody typed; nil at the end.
    let read: () -> String?
    let write: (String) -> Void

    /// What somebody typed that is no mark.
    private enum Word {
        case text(String)
        case help, back, blank, irregular(String), skip
    }

    /// The ballot was left, or everything was.
    private enum Leaving: Error { case ballot, all }

    /// Asks for all ballots that are missing of these members.
    ///
    /// - Returns: the session afterwards and how many ballots were saved.
    func run(_ record: CouncilRecord, voters: [CouncilMember]) throws -> (record: CouncilRecord, saved: Int) {
        var (record, saved) = (record, 0)
        tell(
            Phrase(
                vi: "Gõ điểm rồi Enter; gõ cả dãy cách nhau bằng dấu cách cũng được. ? trợ giúp",
                en: "Type a mark and Enter, or several with blanks between them. ? for help"
            )
        )
        do {
            for member in voters {
                for subject in record.session.subjects where !record.session.hasBallot(of: member.person, on: subject.id) {
                    do {
                        record = try ballot(of: member, on: subject, record)
                        saved += 1
                    } catch Leaving.ballot { continue }
                }
            }
        } catch Leaving.all {}
        return (record, saved)
    }

    private func ballot(of member: CouncilMember, on subject: Subject, _ record: CouncilRecord) throws -> CouncilRecord {
        let sheet = try BallotSheet(subject, under: record.session.law)
        let title = record.session.subjects.count > 1 ? "\(subject.id)  \(subject.label[Speech.language])" : subject.label[Speech.language]
        line(StyledText("\n\(member.name) (\(member.person))", .strong) + StyledText("  \(title)", .faint))
        var texts: [String: String] = [:]
        while true {
            let marks = try marks(sheet, &texts, record)
            readBack(marks, sheet, texts)
            guard try isConfirmed() else { continue }
            do {
                let answer = try use.vote(act, [RecordCouncil.Cast(CouncilHappening.Vote(by: member.person, on: subject.id, marks))])
                if let receipt = answer.receipt, let events = receipt.events {
                    let root = String(receipt.head.root.description.prefix(12))
                    line(
                        StyledText("✓ ", .good)
                            + StyledText(
                                say(
                                    "đã lưu, sự kiện \(events.lowerBound), gốc \(root)…",
                                    "saved, event \(events.lowerBound), root \(root)…"
                                ),
                                .faint
                            )
                    )
                }
                return answer.record
            } catch let fault as UseCaseFault where fault.kind == .refused {
                for blocker in fault.blockers { line(StyledText("✗ \(blocker.message[Speech.language])", .bad) + hint(blocker)) }
            }
        }
    }

    /// Walks through the fields; every mark is checked before the next is asked for.
    private func marks(_ sheet: BallotSheet, _ texts: inout [String: String], _ record: CouncilRecord) throws -> Ballot.Marks {
        var place = 0
        var waiting: [String] = []
        while place < sheet.fields.count {
            let field = sheet.fields[place]
            if field.content == .reached, !asksReached(field, texts) {
                texts[field.id] = nil
                place += 1
                continue
            }
            if waiting.isEmpty {
                switch try word(field, texts) {
                case .help: help(sheet)
                case .back: place = max(0, place - 1)
                case .blank: return .blank
                case .irregular(let why): return .irregular(why)
                case .skip: throw Leaving.ballot
                case .text(let text): waiting = text.split(separator: " ").map(String.init)
                }
                continue
            }
            let text = waiting.removeFirst()
            texts[field.id] = text
            if let fault = fault(field, text, sheet, texts, record) {
                line(StyledText("  ✗ \(fault.message[Speech.language])", .bad) + hint(fault))
                texts[field.id] = nil
                waiting = []
            } else {
                place += 1
            }
            if place == sheet.fields.count, !waiting.isEmpty {
                let rest = waiting.joined(separator: " ")
                line(StyledText("  ✗ " + say("thừa: \(rest). Gõ lại cả dãy", "too many: \(rest). Type them again"), .bad))
                (place, waiting, texts) = (0, [], [:])
            }
        }
        return try sheet.marks(texts)
    }

    private func fault(
        _ field: BallotSheet.Field,
        _ text: String,
        _ sheet: BallotSheet,
        _ texts: [String: String],
        _ record: CouncilRecord
    ) -> Blocker? {
        do {
            let marks = try sheet.marks([field.id: text], isWhole: false)
            guard case .scores = marks else { return nil }
            return try BallotCheck(sheet.subject, under: record.session.law).blockers(marks).first {
                $0.code != "mark_missing" && $0[parameter: "criterion"] == field.id
            }
        } catch let fault as UseCaseFault {
            return fault.blockers.first
        } catch {
            return nil
        }
    }

    /// How much of the order was reached is asked only where a quantity of the product fails.
    private func asksReached(_ field: BallotSheet.Field, _ texts: [String: String]) -> Bool {
        let product = field.id.dropLast(".reached".count)
        return texts.contains { id, text in
            id.hasPrefix("\(product).") && ["k", "kd", "khong dat", "f", "fail"].contains(VietnameseText.folded(text))
        }
    }

    private func word(_ field: BallotSheet.Field, _ texts: [String: String]) throws -> Word {
        let known = texts[field.id].map { " [\($0)]" } ?? ""
        write(
            StyledText("  \(field.label[Speech.language]) ").rendered(on: screen)
                + StyledText("(\(field.hint[Speech.language]))\(known) ", .faint).rendered(on: screen)
        )
        guard let typed = read() else { throw Leaving.all }
        let text = typed.trimmed
        switch text {
        case "": return texts[field.id].map(Word.text) ?? .help
        case "?": return .help
        case "<": return .back
        case "-": return .blank
        case ">": return .skip
        case "q", "Q": throw Leaving.all
        default:
            guard text.hasPrefix("!") else { return .text(text) }
            let why = String(text.dropFirst()).trimmed
            return why.isEmpty ? .help : .irregular(why)
        }
    }

    private func isConfirmed() throws -> Bool {
        while true {
            write(say("Enter để lưu, s để sửa, > bỏ qua, q để dừng: ", "Enter to save, e to edit, > to skip, q to stop: "))
            guard let typed = read() else { throw Leaving.all }
            switch typed.trimmed.lowercased() {
            case "": return true
            case "q": throw Leaving.all
            case ">": throw Leaving.ballot
            case "s", "e": return false
            default: continue
            }
        }
    }

    private func readBack(_ marks: Ballot.Marks, _ sheet: BallotSheet, _ texts: [String: String]) {
        let text: String
        switch marks {
        case .blank: text = say("Phiếu để trống", "A blank ballot")
        case .irregular(let why): text = say("Phiếu không đúng quy định: ", "An irregular ballot: ") + why
        case .scores(let points):
            let total = (try? points.values.total())?.shown()[Speech.language] ?? "?"
            text =
                sheet.fields.map { "\($0.label[Speech.language]) \(texts[$0.id] ?? "–")" }.joined(separator: "; ")
                + say(". Tổng ", ". Total ") + total
        case .items, .ratings, .choice:
            text = sheet.fields.compactMap { field in texts[field.id].map { "\(field.label[Speech.language]): \($0)" } }.joined(
                separator: "; "
            )
        }
        for part in Paragraph(StyledText("= ", .accent) + StyledText(text)).lines(on: screen) { line(part) }
    }

    private func help(_ sheet: BallotSheet) {
        tell(
            Phrase(
                vi: "< lùi một mục; - phiếu để trống; !lý do phiếu không đúng quy định; > để sau; q dừng (các phiếu đã lưu vẫn còn)",
                en: "< one back; - blank ballot; !reason irregular ballot; > later; q stop (saved ballots stay)"
            )
        )
    }

    private func hint(_ blocker: Blocker) -> StyledText {
        StyledText(blocker.cure.map { " – \($0[Speech.language])" } ?? "", .faint)
    }

    private func tell(_ phrase: Phrase) { line(StyledText(phrase[Speech.language], .faint)) }

    private func line(_ text: StyledText) { write(text.rendered(on: screen) + "\n") }
}

extension CouncilSession {
    /// Whether a ballot of the member on the subject is in the box; for whoever fills the box, nobody else.
    fileprivate func hasBallot(of person: PersonCode, on subject: String) -> Bool {
        box.contains { $0.voter == person && $0.subject == subject }
    }
}
