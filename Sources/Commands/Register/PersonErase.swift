import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu person erase CODE`
struct PersonErase: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "erase",
            abstract: say(
                "Xoá dữ liệu cá nhân theo quyết định; nhật ký giữ nguyên và vẫn kiểm được.",
                "Erase personal data by a decision; the log stays as it is and still verifies."
            ),
            discussion: say(
                """
                Còn lại mã người và một sự kiện ghi: xoá gì, ngày nào, theo quyết định nào. Với --earlier chỉ xoá những gì đã ghi trước lần sửa
                cuối: sửa bằng «person update» trước, rồi xoá bản sai. Bản sao lưu cũ vẫn còn dữ liệu: xem docs/personal-data.md.
                Ví dụ: nhiemvu person erase CG06 --decision "12/QĐ-SKHCN" --reason "Đơn ngày 01/11/2026 của chuyên gia" --dry-run
                       nhiemvu person erase CG06 --earlier --decision "12/QĐ-SKHCN" --reason "Ghi nhầm họ tên"
                """,
                """
                What stays is the code and an event that says what was erased, when and by which decision. With --earlier only what was recorded
                before the last change is erased: correct it with "person update" first, then erase what was wrong. Old backups still hold the
                data: see docs/personal-data.md.
                Example: nhiemvu person erase CG06 --decision "12/QĐ-SKHCN" --reason "The expert's request of 2026-11-01" --dry-run
                         nhiemvu person erase CG06 --earlier --decision "12/QĐ-SKHCN" --reason "A wrong name"
                """
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã người.", "Code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Quyết định: số và nơi ban hành.", "The decision."), valueName: say("số", "number"))) var decision:
        String
    @Option(help: ArgumentHelp(say("Lý do: yêu cầu của ai, theo quy định nào.", "Why: whose request."), valueName: say("chữ", "text")))
    var reason: String
    @Flag(
        help: ArgumentHelp(
            say("Chỉ xoá những gì ghi trước lần sửa cuối.", "Erase only what was recorded before the last change.")
        )
    ) var earlier = false
    @Option(
        help: ArgumentHelp(
            say(
                "Xoá cả tệp đính kèm này: tên tệp hoặc đầu mã băm; dùng nhiều lần được.",
                "Erase this attached file, too: its name or the beginning of its hash; may be repeated."
            ),
            valueName: say("mã-nhiệm-vụ:tệp", "task:file")
        )
    ) var file: [String] = []
    @OptionGroup var occasion: OccasionOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        var request = ErasePersonalData.Request(
            try PersonCode(code),
            decision: try CheckedName(decision, of: Phrase(vi: "Số quyết định", en: "The decision")).text,
            reason: try CheckedName(reason, of: Phrase(vi: "Lý do", en: "The reason")).text,
            day: try occasion.day(in: context)
        )
        request.scope = earlier ? .earlier : .all
        request.files = try file.map(Self.file)
        request.dryRun = occasion.dryRun
        let store = try context.openStore()
        let vault = AttachmentVault(besides: try context.storeFile())
        let erased = try ErasePersonalData(try context.surroundings(store), vault: vault)(request)
        let roles = try store.read { try RoleLabels(of: Set(erased.vacantRoles), $0) { try context.library().all() } }
        return Answer(report(erased, request.dryRun ? nil : ErasureTraces(purging: store), roles))
    }

    private static func file(_ text: String) throws -> ErasePersonalData.File {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw UseCaseFault(
                .usage,
                "wrong-file",
                Phrase(vi: "--file: «\(text)» thiếu mã nhiệm vụ hoặc tên tệp", en: "--file: \"\(text)\" lacks the task or the file"),
                hint: Phrase(vi: "Viết MÃ-NHIỆM-VỤ:TỆP, như NV-2021-001:ly-lich.pdf", en: "Write TASK:FILE, such as NV-2021-001:cv.pdf")
            )
        }
        return ErasePersonalData.File(task: parts[0], name: parts[1])
    }

    private func report(_ erased: ErasePersonalData.Answer, _ traces: ErasureTraces?, _ roles: RoleLabels) -> Report {
        let isNothing = erased.receipt == nil && !occasion.dryRun && erased.filesLeft.isEmpty
        let head =
            occasion.dryRun
            ? StyledText(say("Sẽ xoá (chưa ghi gì): ", "Would erase (nothing written): "), .warning)
            : isNothing
                ? StyledText(say("Không còn gì để xoá: ", "Nothing is left to erase: ")) : StyledText(say("Đã xoá: ", "Erased: "), .good)
        let counts: [(String, Int)] = [
            (say("Bản ghi trong sổ đăng ký", "Entries of the register"), erased.entries),
            (say("Phiên họp có tên", "Sessions that name the person"), erased.sessions.count),
            (say("Thư đã để trống", "Letters emptied"), erased.letters), (say("Tệp đính kèm", "Attached files"), erased.files.count),
        ]
        var blocks: [any Block] = [Paragraph(head + StyledText(erased.person.text, .accent))]
        if !isNothing { blocks.append(KeyValues(counts.map { KeyValues.Pair($0.0, StyledText("\($0.1)")) }, indent: 2)) }
        if !erased.vacantRoles.isEmpty {
            let advice = say(
                "Từ đó không còn ai có vai trò dưới đây; giao cho người khác: nhiemvu person update MÃ --role …",
                "From then on nobody has these roles; give them to somebody: nhiemvu person update CODE --role …"
            )
            blocks.append(Paragraph(StyledText(advice, .warning)))
            blocks.append(Bullets(erased.vacantRoles.map { StyledText(roles[$0]) + StyledText("  \($0)", .faint) }, indent: 2))
        }
        if let advice = traces?.advice {
            blocks.append(Paragraph(StyledText(advice, .warning)))
        } else if traces != nil, isNothing {
            blocks.append(Paragraph(StyledText(say("Tệp kho không còn vết cũ.", "The store's file holds no old traces."), .faint)))
        }
        if !erased.filesLeft.isEmpty {
            let advice = say(
                "Không xoá được tệp đính kèm; kiểm tra quyền của thư mục rồi chạy lại lệnh này:",
                "Attached files could not be removed; check the rights of the folder and run this command again:"
            )
            blocks += [Paragraph(StyledText(advice, .warning)), Bullets(erased.filesLeft.map { StyledText($0) }, indent: 2)]
        }
        if !occasion.dryRun, !isNothing {
            let text = say(
                "Bản sao lưu và giấy tờ đã in trước đây không đổi.",
                "Backups and papers made before are as they were."
            )
            blocks.append(Paragraph(StyledText(text, .faint)))
            if let receipt = erased.receipt { blocks.append(receipt.block) }
        }
        return Report(
            json: [
                "person": .string(erased.person.text), "entries": JSONValue(erased.entries), "sessions": JSONValue(erased.sessions),
                "letters": JSONValue(erased.letters), "files": JSONValue(erased.files), "dry_run": .bool(occasion.dryRun),
                "files_left": JSONValue(erased.filesLeft), "vacant_roles": JSONValue(erased.vacantRoles),
                "file_is_clean": traces.map { .bool($0.isGone) } ?? .null,
                "receipt": erased.receipt?.json ?? .null,
            ],
            blocks: blocks
        )
    }
}
