import Foundation
import LifecycleModel
import Proofs
import Rules

/// Reads a rule directory: each file once, each regime on its own, and what concerns several of them.
struct LibraryReader {
    private let directory: URL
    /// Whether regimes get their hash; checking alone needs none.
    private let isHashing: Bool
    /// Whether invariants are proved; that takes longer than all the rest.
    private let isProving: Bool
    /// Faults of files as such, and of the files that belong to no regime.
    private let report = Report()
    /// Faults and places of each regime's own reading.
    private var regimeReports: [String: Report] = [:]
    /// What came out of proving each regime's invariants; nothing for a regime with errors.
    private(set) var proofs: [String: [InvariantResult]] = [:]
    private var files: [String: SourceFile] = [:]
    /// The regimes that read each file.
    private var readers: [String: Set<String>] = [:]
    private var regimesFile: RegimesFile?
    private var overlays: [Overlay]?

    static let choiceFile = "regimes.yaml"
    static let holidayFile = "calendar/vn-holidays.csv"
    static let fragmentFolder = "common"

    init(directory: String, isHashing: Bool = true, isProving: Bool = false) {
        self.isHashing = isHashing
        self.isProving = isProving
        self.directory = URL(filePath: directory, directoryHint: .isDirectory)
    }

    /// Everything, errors included among its remarks.
    mutating func library() -> WorkflowLibrary {
        let holidays = directory.appending(path: Self.holidayFile)
        let empty = RegimeChoice(rules: [], straddles: [], parameters: [:], facts: [:])
        guard isFolder("") else {
            report.add(.noDirectory(directory.relativePath))
            return WorkflowLibrary(regimes: [:], choice: empty, holidayTable: holidays.path, remarks: report.diagnostics)
        }
        if !FileManager.default.fileExists(atPath: holidays.path) { report.add(.unreadable(Self.holidayFile)) }
        let choice = readChoice()
        let names = regimeFolders()
        var regimes: [String: CompiledRegime] = [:]
        for name in names { regimes[name] = regime(name) }
        if let choice {
            report.add(RegimeChoiceValidator(regimes: Set(names)).findings(in: choice.choice), fallback: Self.choiceFile)
        }
        checkOverlayTargets(names)
        checkMoves(regimes)
        checkFragments()
        // They change no task: whoever loads the rules does not wait for them, whoever checks the directory does.
        if isProving { checkCompanions(of: regimes.values.map(\.regime)) }
        return WorkflowLibrary(
            regimes: regimes,
            choice: choice?.choice ?? empty,
            holidayTable: holidays.path,
            remarks: sortedDiagnostics
        )
    }

    /// One regime; nil when its files do not give one. Faults are among `sortedDiagnostics`.
    mutating func regime(_ name: String) -> CompiledRegime? {
        let report = Report()
        regimeReports[name] = report
        guard name.utf8.allSatisfy({ $0 != UInt8(ascii: "/") }), isFolder(name) else {
            report.add(.noRegime(name, hint: Suggestion.hint(for: name, in: regimeFolders())))
            return nil
        }
        let layers = readOverlays()
        var assembly = RegimeAssembly(folder: name, report: report)
        var isComplete = true
        let own = yamlFiles(in: name)
        var open = own
        var seen = Set(own)
        var used = 0
        while !open.isEmpty {
            let file = file(open.removeFirst())
            readers[file.name, default: []].insert(name)
            isComplete = isComplete && file.root != nil
            assembly.add(file)
            for use in assembly.uses.dropFirst(used) {
                guard let text = use.text(), let path = resolved(text, from: use) else { continue }
                if seen.insert(path).inserted { open.append(path) }
            }
            used = assembly.uses.count
        }
        var regime = assembly.finished(mainFile: "\(name)/regime.yaml", isComplete: isComplete)
        guard isComplete else {
            report.forgetUnknownNames()
            return nil
        }
        layers.forEach { $0.apply(to: &regime, report: report) }
        regime.resolveCounts()
        regime.fillDefaultMessages()
        // After a fault of shape something is missing from the machine, so what depends on its whole shape is not looked at.
        let compiled = CompiledRegime(regime, hash: isHashing ? regime.sha256 : "")
        let scope: RegimeValidation.Scope = report.hasErrors ? .names : .all
        report.add(RegimeValidation.findings(in: compiled, scope: scope), fallback: "\(name)/regime.yaml")
        if isProving, !report.hasErrors {
            let results = InvariantProver(compiled).results()
            proofs[name] = results
            report.add(results.compactMap(\.finding), fallback: "\(name)/regime.yaml")
        }
        return compiled
    }

    /// All diagnostics, each once, by file and line. That a part of a shared fragment goes unused counts only when no regime uses it.
    var sortedDiagnostics: [Diagnostic] {
        var votes: [Diagnostic: Int] = [:]
        for report in regimeReports.values {
            for diagnostic in Set(report.diagnostics) { votes[diagnostic, default: 0] += 1 }
        }
        let ofRegimes = votes.filter { !$0.key.code.hasPrefix("unused-") || $0.value == readers[$0.key.file]?.count }.keys
        return Set(report.diagnostics).union(ofRegimes).sorted()
    }
}

extension LibraryReader {
    private func isFolder(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: directory.appending(path: name).path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func contents(of folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory.appending(path: folder).path)) ?? []).sorted()
    }

    private func yamlFiles(in folder: String) -> [String] {
        contents(of: folder).filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    }

    /// Folders that hold a regime.
    private func regimeFolders() -> [String] {
        contents(of: "").filter { FileManager.default.fileExists(atPath: directory.appending(path: "\($0)/regime.yaml").path) }
    }

    private mutating func file(_ name: String) -> SourceFile {
        if let known = files[name] { return known }
        let file = SourceFile.read(name, in: directory, report: report)
        files[name] = file
        return file
    }

    private mutating func readChoice() -> RegimesFile? {
        if let regimesFile { return regimesFile }
        let file = file(Self.choiceFile)
        guard file.root != nil else { return nil }
        let read = RegimesFile(file, report: report)
        regimesFile = read
        return read
    }

    private mutating func readOverlays() -> [Overlay] {
        if let overlays { return overlays }
        var read: [Overlay] = []
        if FileManager.default.fileExists(atPath: directory.appending(path: Self.choiceFile).path) {
            for name in readChoice()?.overlays ?? [] {
                guard let text = name.text(), let path = resolved(text, from: name) else { continue }
                if let overlay = Overlay(file(path), report: report) { read.append(overlay) }
            }
        }
        overlays = read
        return read
    }

    /// The path a file names, relative to the rule directory; what leaves the directory or is not there is reported.
    private func resolved(_ path: String, from cursor: Cursor) -> String? {
        var steps = cursor.file.name.split(separator: "/").dropLast().map(String.init)
        for step in path.split(separator: "/").map(String.init) where step != "." {
            if step != ".." {
                steps.append(step)
            } else if steps.popLast() == nil {
                cursor.fault("bad-path", Phrase(vi: "‘\(path)’ ra ngoài thư mục quy tắc", en: "‘\(path)’ leaves the rule directory"))
                return nil
            }
        }
        let name = steps.joined(separator: "/")
        guard !path.hasPrefix("/"), FileManager.default.fileExists(atPath: directory.appending(path: name).path) else {
            cursor.fault("unreadable-file", Phrase(vi: "không có tệp ‘\(path)’", en: "there is no file ‘\(path)’"))
            return nil
        }
        return name
    }

    private func checkOverlayTargets(_ names: [String]) {
        for overlay in overlays ?? [] {
            for (regime, change) in overlay.changes.sorted(by: { $0.key < $1.key }) where !names.contains(regime) {
                change.cursor.fault(
                    "unknown-regime",
                    at: change.cursor.name,
                    Phrase(vi: "không có chế độ ‘\(regime)’", en: "there is no regime ‘\(regime)’"),
                    hint: Suggestion.hint(for: regime, in: names)
                )
            }
        }
    }

    /// Effects that move a task to another regime must name a state there.
    private func checkMoves(_ regimes: [String: CompiledRegime]) {
        for (name, compiled) in regimes {
            let findings = RegimeMoveValidator(regimes: regimes.mapValues(\.regime)).findings(in: compiled.regime)
            regimeReports[name]?.add(findings, fallback: "\(name)/regime.yaml")
        }
    }

    /// What stands beside the regimes: books, definitions, jobs and forms of reports, and whether they name each other rightly.
    private func checkCompanions(of regimes: [Regime]) {
        let indicators = IndicatorReader(directory, report).library()
        IndicatorValidator(regimes: regimes).findings(in: indicators).forEach(report.add)
        _ = ReportReader(directory, report).library(checkedBy: ReportValidator(regimes: regimes, indicators: indicators))
        _ = PublicRules.read(in: directory, report)
    }

    private func checkFragments() {
        for name in yamlFiles(in: Self.fragmentFolder) where readers[name] == nil {
            let message = Phrase(vi: "không chế độ nào dùng tệp này", en: "no regime uses this file")
            report.add(Diagnostic(severity: .warning, file: name, code: "unused-fragment", message: message))
        }
    }
}
