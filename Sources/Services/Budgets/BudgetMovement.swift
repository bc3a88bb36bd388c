public import LifecycleModel
public import LumpSum

/// What a person or an imported file asks to be done with the money of a task.
public enum BudgetMovement: Sendable, Hashable {
    /// Records an estimate.
    case plan(Estimate)
    /// Allots state money of a year.
    case allot(year: Int, Dong)
    /// Takes back allotted money that is not yet advanced.
    case cut(year: Int, Dong)
    /// Carries allotted money over to a later year.
    case rollOver(from: Int, to: Int, Dong)
    /// Asks for an advance, or for the final payment where the rules speak of one.
    case request(Dong)
    /// Pays the advance that was asked for out of a year's allotment; one of that amount is asked for first when there is none.
    case advance(Dong?, year: Int?, equipmentException: Bool)
    /// Reports work done for an advance.
    case report(advance: Int64?, Dong)
    /// Clears a part of an advance, item by item.
    case clear(advance: Int64?, [BudgetLine])
    /// Gives a part of an advance back.
    case giveBack(advance: Int64?, Dong)
    /// Moves money within the lump sum.
    case move([BudgetMove], reason: String)
    /// Sets the part outside the lump sum anew.
    case setOutside([BudgetLine], reason: String)
    /// Reports what was received and spent in a year.
    case spend(year: Int, received: Dong, [BudgetLine])
    /// The same in the place of everything that was reported of the year.
    case spendAnew(year: Int, received: Dong, [BudgetLine], reason: String)
    /// Settles the task.
    case settle(spent: [BudgetLine]?, notDone: Dong, hostHasFund: Bool)
    /// Decides what is repaid.
    case decide(Recovery)
    /// Records a repayment.
    case repay(Dong)
}
