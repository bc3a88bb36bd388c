import CanonicalJSON
public import Engine
import LifecycleModel
public import Store

/// Folds a task's events into its state.
///
/// - Throws: `UseCaseFault` naming the first event that does not fit.
public func replay(_ events: some Sequence<EventRecord>) throws(UseCaseFault) -> TaskState {
    var state: TaskState?
    for event in events {
        func fault(_ cause: String) -> UseCaseFault {
            UseCaseFault(
                .unavailable,
                "replay-failed",
                Phrase(vi: "Sự kiện số \(event.number) không khớp: \(cause)", en: "Event \(event.number) does not fit: \(cause)")
            )
        }
        let happening: Happening
        do throws(JSONShapeFault) { happening = try Happening(kind: event.kind, payload: event.payload) } catch {
            throw fault(error.description)
        }
        if case .registered(let registered) = happening, state == nil {
            state = TaskState(registered, on: event.happenedOn)
        } else if state?.apply(happening, by: event.actor, on: event.happenedOn) != true {
            throw fault(event.kind)
        }
    }
    guard let state else {
        throw UseCaseFault(.unavailable, "replay-failed", Phrase(vi: "Không có sự kiện nào", en: "There are no events"))
    }
    return state
}
