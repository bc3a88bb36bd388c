import Foundation

/// The sweep of each story, one after the other: the trials of one act run side by side already.
struct Sweeps {
    let workshop: Workshop
    let options: Torture

    func callAsFunction() throws -> (lines: [String], complaints: [String]) {
        let tally = Tally(0)
        let scenes = workshop.scenes(rounds: 1).filter { options.scene == nil || options.scene == $0.name }
        let complaints = try scenes.flatMap { scene in
            let ground = try workshop.ground(scene, "sweep-\(scene.name)")
            return try Sweep(ground: ground, step: options.sweep, whole: options.whole, only: options.only, tally: tally)()
        }
        return (tally.lines, complaints)
    }
}
