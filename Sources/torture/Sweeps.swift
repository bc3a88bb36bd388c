import Foundation

/// The sweep of each story.
struct Sweeps {
    let workshop: Workshop
    let options: Torture

    func callAsFunction() throws -> (lines: [String], complaints: [String]) {
        let tally = Tally(0)
        let complaints = try workshop.scenes(rounds: 1).filter { $0.name == options.scene ?? "small" }.flatMap { scene in
            let ground = try workshop.ground(scene, "sweep-\(scene.name)")
            return try Sweep(ground: ground, step: options.sweep, whole: options.whole, only: options.only, tally: tally)()
        }
        return (tally.lines, complaints)
    }
}
