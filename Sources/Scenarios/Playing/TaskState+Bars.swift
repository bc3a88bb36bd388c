import Engine
import LifecycleModel

extension TaskState {
    /// The parties this task bars from new tasks on a day, each with how long: what lasts until it is mended beats any date.
    func standingBars(on day: CivilDate) -> [String: Expectation.Bar] {
        var standing: [String: Expectation.Bar] = [:]
        for bar in bars where bar.barred.from <= day && bar.liftedOn.map({ $0 >= day }) ?? true {
            guard let until = bar.barred.until else {
                standing[bar.barred.party] = .open
                continue
            }
            guard until >= day else { continue }
            switch standing[bar.barred.party] {
            case .open: break
            case .until(let other) where other >= until: break
            default: standing[bar.barred.party] = .until(until)
            }
        }
        for clock in clocks {
            for act in clock.acts(passedBy: day) where act.act == "bar" { standing[act.subject] = .open }
        }
        return standing
    }
}
