#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import LifecycleModel
import Store

extension Store {
    /// One transaction, tried again while somebody else writes: a person at work is nobody's fault and no failure of a job.
    func retrying<Result>(_ work: (any StoreWriter) throws -> Result) throws -> Result {
        var tries = 0
        while true {
            do { return try write(work) } catch let error as StoreError where error.code == .busy && tries < 10 {
                tries += 1
                usleep(UInt32(20_000 * tries))
            }
        }
    }
}

extension Moment {
    /// The moment so much later.
    func adding(_ duration: Duration) -> Moment {
        Moment(milliseconds: milliseconds + duration.components.seconds * 1000)
    }
}
