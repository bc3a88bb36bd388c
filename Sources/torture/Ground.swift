import Foundation

/// The folders of one story that is being told: the one that is attacked, and beside it what attacks and records need.
struct Ground: Sendable {
    let root: String
    let program: Child
    /// The injector.
    let library: String
    let scene: Scene

    /// Where the store is; all changes below it are counted.
    var place: String { "\(root)/place" }
    /// The store.
    var store: String { "\(place)/\(Scene.store)" }
    private var grave: String { "\(root)/grave" }
    private var report: String { "\(root)/report" }

    /// A fresh ground with a copy of a folder.
    init(root: String, copying folder: String, program: Child, library: String, scene: Scene) throws {
        self.root = root
        self.program = program
        self.library = library
        self.scene = scene
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder, toPath: place)
    }

    /// Runs an act while it is attacked; answers also with the changes it made until its end.
    func run(_ act: Act, _ blow: Blow, format: String = "json") throws -> (outcome: Child.Outcome, changes: [Change]) {
        var variables = scene.variables(of: act)
        var deadline: Int?
        if case .timed(let delay) = blow {
            deadline = delay
        } else {
            try? FileManager.default.removeItem(atPath: grave)
            try FileManager.default.createDirectory(atPath: grave, withIntermediateDirectories: false)
            try? FileManager.default.removeItem(atPath: report)
            variables["LD_PRELOAD"] = library
            let settings = blow.variables.merging(["UNDER": place, "GRAVE": grave, "REPORT": report]) { $1 }
            for (name, value) in settings { variables["NHIEMVU_FAULTS_\(name)"] = value }
        }
        let words = act.words + ["--format", format]
        let outcome = try program.run(words, in: place, environment: variables, files: "\(root)/said", killedAfter: deadline)
        let changes = deadline == nil ? Change.list((try? String(contentsOfFile: report, encoding: .utf8)) ?? "") : []
        return (outcome, changes)
    }

    /// Runs the program undisturbed.
    func run(_ words: [String], in folder: String? = nil) throws -> Child.Outcome {
        try program.run(words, in: folder ?? place, environment: scene.variables(), files: "\(root)/said")
    }

    /// The same on a copy that is thrown away; one of that name at a time. It is kept when the body throws.
    func onCopy<Result>(_ name: String = "copy", _ body: (Ground) throws -> Result) throws -> Result {
        let other = "\(root)/\(name)"
        try? FileManager.default.removeItem(atPath: other)
        let result = try body(Ground(root: other, copying: place, program: program, library: library, scene: scene))
        try? FileManager.default.removeItem(atPath: other)
        return result
    }
}
