public import LifecycleModel

extension RegimeGraph {
    /// The picture as SVG 1.1: self-contained, the same bytes for the same regime and language.
    public func svg(in language: Language) -> String {
        isOverview ? StagePicture(self, language: language).svg() : StatePicture(self, language: language).svg()
    }
}
