import Dispatch
import Foundation
import Synchronization
import TestSupport

/// Stories told again and again, their acts killed and unplugged, until there were enough attacks.
struct Kills {
    let workshop: Workshop
    let options: Torture

    func callAsFunction() throws -> (lines: [String], complaints: [String]) {
        let all = workshop.scenes()
        // The small story is the quickest, and has the most different acts.
        let scenes = [all[0], all[1], all[0], all[2]].filter { options.scene == nil || options.scene == $0.name }
        for scene in scenes { _ = try workshop.prepared(scene) }
        let tally = Tally(options.kills)
        let next = Mutex(options.life ?? 0)
        let complaints = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: options.life == nil ? ProcessInfo.processInfo.activeProcessorCount : 1) { _ in
            while tally.hasRoom {
                let number = next.withLock { number in
                    defer { number += 1 }
                    return number
                }
                let scene = scenes[number % scenes.count]
                do {
                    let ground = try workshop.ground(scene, "life-\(number)")
                    let name = "life \(number) of \(scene.name) (--seed \(options.seed) --life \(number))"
                    var life = Life(ground, name: name, seed: options.seed &* 1_000_003 &+ UInt64(number), tally: tally)
                    try life()
                    try FileManager.default.removeItem(atPath: ground.root)
                } catch {
                    complaints.withLock { $0.append("\(error)\n  in \(workshop.root)/life-\(number)") }
                }
                if options.life != nil { break }
            }
        }
        return (tally.lines, complaints.withLock { $0 })
    }
}
