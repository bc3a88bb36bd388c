import LifecycleModel

/// The days and numbers that all tasks of one year's list share.
///
/// Published: the list of 2022, the count of proposals of 2024 and everything about 2025; the rest is made up.
struct OrderedList {
    let year: Int
    /// When proposals came in.
    let proposals: ClosedRange<CivilDate>
    /// When the councils were set up.
    let councils: ClosedRange<CivilDate>
    let submission: (number: String, date: CivilDate)
    let decision: (number: String, date: CivilDate)
    let publishedOn: CivilDate
    let call: (number: String, date: CivilDate)
    /// When the dossiers were opened, where that is known.
    var openedOn: CivilDate?

    static let of2018 = OrderedList(
        year: 2018,
        proposals: CivilDate(2017, 3, 6)...CivilDate(2017, 5, 26),
        councils: CivilDate(2017, 9, 11)...CivilDate(2017, 9, 22),
        submission: ("1655/TTr-SKHCN", CivilDate(2017, 10, 16)),
        decision: ("4214/QĐ-UBND", CivilDate(2017, 11, 2)),
        publishedOn: CivilDate(2017, 11, 10),
        call: ("171/TB-SKHCN", CivilDate(2017, 11, 15))
    )
    static let of2020 = OrderedList(
        year: 2020,
        proposals: CivilDate(2019, 3, 4)...CivilDate(2019, 6, 14),
        councils: CivilDate(2019, 10, 21)...CivilDate(2019, 11, 8),
        submission: ("2093/TTr-SKHCN", CivilDate(2019, 12, 4)),
        decision: ("5286/QĐ-UBND", CivilDate(2019, 12, 17)),
        publishedOn: CivilDate(2019, 12, 24),
        call: ("06/TB-SKHCN", CivilDate(2020, 1, 9))
    )
    static let of2021 = OrderedList(
        year: 2021,
        proposals: CivilDate(2020, 3, 2)...CivilDate(2020, 6, 19),
        councils: CivilDate(2020, 10, 19)...CivilDate(2020, 11, 6),
        submission: ("1987/TTr-SKHCN", CivilDate(2020, 12, 1)),
        decision: ("5347/QĐ-UBND", CivilDate(2020, 12, 15)),
        publishedOn: CivilDate(2020, 12, 23),
        call: ("04/TB-SKHCN", CivilDate(2021, 1, 7))
    )
    /// QĐ 5192/QĐ-UBND of 16/12/2021 on Tờ trình 2202/TTr-SKHCN of 05/12/2021.
    static let of2022 = OrderedList(
        year: 2022,
        proposals: CivilDate(2021, 3, 1)...CivilDate(2021, 6, 18),
        councils: CivilDate(2021, 10, 18)...CivilDate(2021, 11, 8),
        submission: ("2202/TTr-SKHCN", CivilDate(2021, 12, 5)),
        decision: ("5192/QĐ-UBND", CivilDate(2021, 12, 16)),
        publishedOn: CivilDate(2021, 12, 23),
        call: ("03/TB-SKHCN", CivilDate(2022, 1, 6))
    )
    static let of2023 = OrderedList(
        year: 2023,
        proposals: CivilDate(2022, 3, 1)...CivilDate(2022, 6, 17),
        councils: CivilDate(2022, 10, 17)...CivilDate(2022, 11, 7),
        submission: ("2318/TTr-SKHCN", CivilDate(2022, 12, 2)),
        decision: ("4486/QĐ-UBND", CivilDate(2022, 12, 19)),
        publishedOn: CivilDate(2022, 12, 27),
        call: ("05/TB-SKHCN", CivilDate(2023, 1, 9))
    )
    /// 123 proposals, five review groups, 50 put forward; the decision itself is made up.
    static let of2024 = OrderedList(
        year: 2024,
        proposals: CivilDate(2023, 7, 3)...CivilDate(2023, 10, 13),
        councils: CivilDate(2024, 1, 15)...CivilDate(2024, 2, 5),
        submission: ("402/TTr-SKHCN", CivilDate(2024, 3, 12)),
        decision: ("1173/QĐ-UBND", CivilDate(2024, 3, 27)),
        publishedOn: CivilDate(2024, 4, 3),
        call: ("52/TB-SKHCN", CivilDate(2024, 4, 8))
    )
    /// QĐ 2374/QĐ-UBND of 04/07/2025, TB 112/TB-SKHCN of 08/07/2025, opening on 22/08/2025.
    static let of2025 = OrderedList(
        year: 2025,
        proposals: CivilDate(2024, 10, 1)...CivilDate(2025, 1, 17),
        councils: CivilDate(2025, 5, 12)...CivilDate(2025, 5, 30),
        submission: ("988/TTr-SKHCN", CivilDate(2025, 6, 20)),
        decision: ("2374/QĐ-UBND", CivilDate(2025, 7, 4)),
        publishedOn: CivilDate(2025, 7, 8),
        call: ("112/TB-SKHCN", CivilDate(2025, 7, 8)),
        openedOn: CivilDate(2025, 8, 22)
    )
    /// Proposals of 2025 for the list of 2026, which the new law overtakes.
    static let of2026 = OrderedList(
        year: 2026,
        proposals: CivilDate(2025, 6, 2)...CivilDate(2025, 9, 19),
        councils: CivilDate(2025, 11, 3)...CivilDate(2025, 11, 21),
        submission: ("1846/TTr-SKHCN", CivilDate(2025, 12, 12)),
        decision: ("5033/QĐ-UBND", CivilDate(2025, 12, 24)),
        publishedOn: CivilDate(2025, 12, 29),
        call: ("01/TB-SKHCN", CivilDate(2026, 1, 6))
    )
    /// Proposals under the law of 2025, which have no list of this kind: only the year and the days of proposing are used.
    static let ofNewLaw = without(year: 2026, proposals: CivilDate(2025, 10, 1)...CivilDate(2025, 10, 9))

    /// An institution's own tasks of a year.
    static func ofInstitutions(_ year: Int) -> OrderedList {
        without(year: year, proposals: CivilDate(year, 1, 10)...CivilDate(year, 3, 20))
    }

    private static func without(year: Int, proposals: ClosedRange<CivilDate>) -> OrderedList {
        let none = (number: "", date: proposals.upperBound)
        return OrderedList(
            year: year,
            proposals: proposals,
            councils: proposals,
            submission: none,
            decision: none,
            publishedOn: proposals.upperBound,
            call: none
        )
    }
}
