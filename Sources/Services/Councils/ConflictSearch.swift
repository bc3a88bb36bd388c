import Councils
// Replaced by the search in the register.
import Engine
import LifecycleModel
import Store
struct ConflictSearch {
    init(task: TaskState, law: CouncilLaw, on day: CivilDate, in reader: any StoreReader) {}
    func conflicts(of person: PersonCode) throws -> [Conflict] { [] }
}
