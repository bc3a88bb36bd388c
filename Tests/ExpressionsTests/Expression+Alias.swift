import Expressions

/// Foundation has an `Expression` of its own; in these tests the name means ours.
typealias Expression = Expressions.Expression
