/// Who takes a step; which person that is depends on the task's field and parties.
enum Post: Hashable {
    // The department.
    case director, head, officer, secretary, finance, information
    // The province.
    case provinceChair, provinceFinance
    // The council.
    case councilChair, councilSecretary
    // The parties of the task.
    case proposer, orderer, host, investigator
    /// An organisation that applies.
    case applicant(String)
    // An institution with tasks of its own.
    case institutionHead, institutionOfficer
    /// The program.
    case system
}
