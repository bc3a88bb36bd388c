/// A kind of small mistake that somebody who edits rule files can make.
public enum MutationOperator: String, Sendable, Hashable, CaseIterable {
    // MARK: Transitions
    /// A transition is gone.
    case dropTransition = "drop a transition"
    /// A transition leads elsewhere.
    case swapTarget = "swap a target"
    /// A transition no longer leaves one of its states.
    case dropSource = "drop a source state"
    /// One of several roles may no longer act.
    case dropRole = "drop a role"
    /// Another role may act instead.
    case replaceRole = "replace a role"
    /// A fact no longer comes with an event.
    case dropFact = "drop a recorded fact"
    /// A fact may be left out.
    case loosenFact = "make a recorded fact optional"
    /// A document need no longer be attached.
    case dropDocument = "drop a document"
    /// An effect is gone.
    case dropEffect = "drop an effect"
    /// An effect does something else.
    case changeEffect = "change an effect"
    /// What an effect computes is computed otherwise.
    case changeExpression = "change a set expression"

    // MARK: Requirements
    /// A requirement is gone.
    case dropRequirement = "drop a requirement"
    /// A requirement always holds.
    case loosenGuard = "loosen a guard to true"
    /// `<` is `<=`, `==` is `!=`, `!x` is `x` and so on.
    case changeComparison = "change a comparison"
    /// `&&` is `||`, or the other way round.
    case swapLogic = "swap && and ||"
    /// A term of `&&` or `||` is gone.
    case dropTerm = "drop a term"
    /// A number, choice or yes/no of a clause is another one.
    case changeLiteral = "change a literal"
    /// A word asks for other states, results, events or forms, or for more or fewer.
    case changeWord = "change a requirement's word"

    // MARK: Deadlines
    /// A deadline is gone.
    case dropDeadline = "delete a deadline"
    /// Term, grace or lock are longer, shorter, or of another kind of days.
    case changeTerm = "change a term"
    /// Something no longer starts a clock.
    case dropStart = "drop a start"
    /// Something no longer stops or suspends a clock.
    case dropStop = "drop a stop"
    /// Passing brings one thing less.
    case dropConsequence = "drop a consequence"
    /// A clock is counted otherwise: from another day, back, without its period, on to a working day.
    case changeCounting = "change the counting"

    // MARK: Numbers, states, roles
    /// A parameter has another value.
    case changeParameter = "change a parameter"
    /// A machine begins elsewhere.
    case changeInitial = "change the initial state"
    /// A life ends otherwise, or no longer ends there.
    case changeEnd = "change an end"
    /// A role has another name than those who use it know.
    case renameRole = "rename a role"
}
