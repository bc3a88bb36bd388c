import LifecycleModel

extension Dong {
    /// Million đồng with the nearest tenth, the way the reader's country writes it; a dash for nothing.
    var millions: String {
        guard self != .zero else { return "–" }
        let tenths = (amount.magnitude + 50_000) / 100_000
        let whole = Dong(Int64(tenths / 10)).formatted(.none)
        return (isNegative ? "-" : "") + whole + (tenths % 10 == 0 ? "" : say(",", ".") + "\(tenths % 10)")
    }
}
