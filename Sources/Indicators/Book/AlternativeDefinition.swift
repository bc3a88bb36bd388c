public import LifecycleModel

/// A definition of an indicator: the terms that make its figure, and other terms that can be asked for by name.
public protocol IndicatorDefinition {
    /// The choices that make the figure.
    associatedtype Terms: Sendable, Hashable
    /// The default.
    var terms: Terms { get }
    /// Other definitions by name.
    var alternatives: [String: AlternativeDefinition<Terms>] { get }
}

extension IndicatorDefinition {
    /// The default, or an alternative by its name; nil for a name that is not there.
    public func terms(named name: String?) -> Terms? {
        name.map { alternatives[$0]?.terms } ?? terms
    }
}

/// Another definition that can be asked for by name.
public struct AlternativeDefinition<Terms: Sendable & Hashable>: Sendable, Hashable {
    /// What people call it.
    public var label: Phrase
    /// The definition.
    public var terms: Terms

    /// Creates an alternative.
    public init(label: Phrase, terms: Terms) {
        self.label = label
        self.terms = terms
    }
}
