import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Rules
import Services
import Terminal

/// Which session.
struct CouncilSessionArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            say("Phiên họp: mã nhiệm vụ, hoặc mã:số phiên.", "The session: task code, or code:number."),
            valueName: say("phiên", "session")
        )
    )
    var session: String
}

/// Which session, on which day: common to the commands that record something of it.
struct CouncilActOptions: ParsableArguments {
    @OptionGroup var session: CouncilSessionArgument
    @OptionGroup var occasion: OccasionOptions

    /// The act these options speak of.
    func act(in context: CommandContext) throws -> RecordCouncil.Act {
        RecordCouncil.Act(session: session.session, day: try occasion.day(in: context), dryRun: occasion.dryRun)
    }
}

extension CommandContext {
    /// The use case that records councils.
    func councils() throws -> RecordCouncil { RecordCouncil(try surroundings()) }
}

extension RecordCouncil.Answer {
    /// The session as it stands afterwards, and the receipt.
    var answer: Answer {
        var blocks = CouncilView(record: record).blocks
        if let receipt {
            blocks.append(receipt.block)
        } else {
            blocks.append(Paragraph(StyledText(say("Xem thử: chưa ghi gì.", "A trial: nothing was recorded."), .warning)))
        }
        return Answer(Report(json: json(CouncilView(record: record).json), blocks: blocks))
    }

    /// A short word on what was done, and the receipt; what stands in the box is not told.
    func brief(_ done: Phrase, json more: JSONObject = [:]) -> Answer {
        let trial = StyledText(say("Xem thử: chưa ghi gì. ", "A trial: nothing was recorded. "), .warning)
        let line = StyledText("\(record.code): ", .accent) + StyledText(done[Speech.language])
        var object = more
        object["session"] = .string(record.code.description)
        return Answer(
            Report(
                json: json(.object(object)),
                blocks: [Paragraph(receipt == nil ? trial + line : line)] + (receipt.map { [$0.block] } ?? [])
            )
        )
    }

    private func json(_ value: JSONValue) -> JSONValue {
        guard var object = value.object else { return value }
        object["dry_run"] = .bool(receipt == nil)
        object["receipt"] = receipt?.json ?? .null
        return .object(object)
    }
}

extension PersonCode {
    /// Codes that a person typed.
    static func all(_ texts: [String]) throws -> [PersonCode] {
        try texts.map { try PersonCode($0) }
    }
}
