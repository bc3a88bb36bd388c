import LifecycleModel
import SQLiteStore
import Services
import Store
import WorkingCalendar

extension SQLiteStore {
    /// What use cases are given on a day, counted by the calendar that was adopted.
    func surroundings(on day: String, as actor: String) throws -> Surroundings {
        let calendar = try read { try AdoptedCalendar.read(in: $0) }
        let date = try CivilDate(parsing: day)
        return Surroundings(
            store: self,
            actor: actor,
            today: date,
            now: Moment(startOf: date),
            calendar: calendar ?? WorkingCalendar(.empty)
        )
    }
}
