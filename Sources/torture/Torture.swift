import ArgumentParser
import Dispatch
import Foundation
import Synchronization

/// `make torture`: whether the store survives what machines do to it; a tool for developers, never installed.
@main
struct Torture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torture",
        abstract: "Kill the program, cut its power, fill and break its disk, crowd its store; look whether anything is lost or half-done.",
        discussion: """
            Examples:
              swift run torture --kills 500 --seed 7
              swift run torture --kills 0 --sweep 1 --only "task do"
              swift run torture --kills 0 --seconds 60
            Ends with 2 when something was not as it must be; docs/surviving.md says how to read it.
            """
    )

    @Option(help: "How many runs are killed or lose power; 0 for none.") var kills = 500
    @Option(help: "Let every so many-th change of a file fail, in each way; 1 for all of them, 0 for none.") var sweep = 0
    @Option(help: "For how many seconds ten writers and twenty readers crowd one store; 0 for not at all.") var seconds = 0
    @Option(help: "The same seed makes the same attacks; a kill at a moment is never quite the same.") var seed: UInt64 = 2013
    @Option(help: "Only this story: small, council or money.") var scene: String?
    @Option(help: "Only the telling of this number.") var life: Int?
    @Option(help: "Every change of acts whose command contains this, whatever the sweep leaves out.") var whole: String?
    @Option(help: "Sweep only acts whose command contains this.") var only: String?
    @Option(help: "A folder for the stores, kept when something is wrong; a temporary one otherwise.") var folder: String?

    func run() throws {
        let workshop = try Workshop(folder: folder)
        tell("seed \(seed), in \(workshop.root)")
        var complaints: [String] = []
        if kills > 0 { complaints += try stage("kills and power cuts") { try Kills(workshop: workshop, options: self)() } }
        if sweep > 0 { complaints += try stage("full and broken disks") { try Sweeps(workshop: workshop, options: self)() } }
        if seconds > 0 { complaints += try stage("ten writers, twenty readers") { try Crowd(workshop, seconds: seconds)() } }
        for complaint in complaints { tell("\n✗ \(complaint)") }
        guard complaints.isEmpty else {
            tell("\n\(complaints.count) faults; the folders are kept in \(workshop.root)")
            throw ExitCode(2)
        }
        workshop.remove()
        tell("nothing was lost, nothing half-done")
    }

    private func stage(_ name: String, _ work: () throws -> (lines: [String], complaints: [String])) throws -> [String] {
        let clock = ContinuousClock()
        let start = clock.now
        tell("\(name):")
        let (lines, complaints) = try work()
        for line in lines { tell("  \(line)") }
        tell("  took \((clock.now - start).components.seconds) s")
        return complaints
    }
}

/// Prints a line at once, also into a file or a pipe.
func tell(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}

/// Where the stories are told: the program, the injector, prepared folders.
struct Workshop: Sendable {
    let root: String
    let program: Child
    let library: String

    init(folder: String?) throws {
        let own = (CommandLine.arguments.first.map { URL(fileURLWithPath: $0) } ?? URL(fileURLWithPath: ".")).deletingLastPathComponent()
        let beside = Bundle.main.executableURL?.deletingLastPathComponent() ?? own
        program = Child(program: beside.appendingPathComponent("nhiemvu").path)
        library = beside.appendingPathComponent("libCFaults.so").path
        let place = folder.map { URL(fileURLWithPath: $0) } ?? FileManager.default.temporaryDirectory
        root = place.appendingPathComponent("nhiemvu-torture-\(ProcessInfo.processInfo.processIdentifier)").path
        for path in [program.program, library] where !FileManager.default.fileExists(atPath: path) {
            throw ValidationError("\(path) is not there: build it first, with `swift build`")
        }
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    /// The stories, in the package's folder.
    func scenes(rounds: Int = 3) -> [Scene] {
        let package = FileManager.default.currentDirectoryPath
        return [
            .small(rules: "\(package)/Tests/SmallRules", rounds: rounds), .council(rules: "\(package)/workflows"),
            .money(rules: "\(package)/workflows", portfolio: "\(package)/Tests/CommandsTests/BudgetPortfolio"),
        ]
    }

    /// A folder where the beginning of a story is told, made once.
    func prepared(_ scene: Scene) throws -> String {
        let folder = "\(root)/\(scene.name)"
        if !FileManager.default.fileExists(atPath: folder) { try scene.prepare(folder, program: program) }
        return folder
    }

    func ground(_ scene: Scene, _ name: String) throws -> Ground {
        try Ground(root: "\(root)/\(name)", copying: prepared(scene), program: program, library: library, scene: scene)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: root)
    }
}
