import Importing
import LifecycleModel
import Services
import Store
import Terminal

/// Loads a portfolio into a store with a progress bar; a refusal becomes a report with every fault at its place.
struct PortfolioLoading {
    let context: CommandContext
    let store: any Store
    let actor: String
    let today: CivilDate

    func callAsFunction(_ portfolio: Portfolio, _ options: ImportPortfolio.Options) throws -> ImportPortfolio.Summary {
        let common = try context.surroundings(store)
        let surroundings = Surroundings(
            store: store,
            actor: actor,
            today: today,
            now: common.now,
            calendar: common.calendar,
            rules: common.rules
        )
        let load = ImportPortfolio(surroundings, library: try context.library(), vault: AttachmentVault(besides: context.storePath))
        var bar = context.console.progress(
            Phrase(vi: "Nạp danh mục", en: "Loading the portfolio"),
            total: portfolio.tasks.count + portfolio.history.count
        )
        defer { bar.finish() }
        do {
            return try load(portfolio, options) { done, _ in bar.advance(to: done) }
        } catch let refusal as ImportRefusal {
            throw ErrorReport(refusal)
        }
    }
}

extension ErrorReport {
    /// All faults of files that cannot be imported, each with file, row, column and hint.
    init(
        _ refusal: ImportRefusal,
        hint: Phrase = Phrase(
            vi: "Sửa các dòng được nêu rồi nạp lại; thử trước bằng --dry-run",
            en: "Mend the rows named and import again; try first with --dry-run"
        )
    ) {
        let isRules = refusal.faults.allSatisfy { $0.code == .refusedByRules }
        let exit = isRules ? ExitStatus.refused : .badData
        self.init(
            code: isRules ? "refused" : "import-faults",
            message: refusal.phrase,
            exit: exit,
            hint: hint,
            faults: refusal.faults.map { fault in
                ErrorReport(
                    code: fault.code.rawValue,
                    message: fault.message,
                    exit: exit,
                    place: Place(file: fault.file, line: fault.row, column: fault.column.map { .name($0) }, isTable: true),
                    hint: fault.hint
                )
            }
        )
    }
}
