extension Scene {
    /// Everything from the making of the store on, under the small rules that tests go by: registers, tasks, acts with attached files, imports,
    /// jobs, backups, restores, an erasure. What comes after the making and the registers is told in rounds, one to three.
    static func small(rules: String, rounds: Int = 3) -> Scene {
        let facts = "--set level=province --set kind=topic --set field=agriculture --set orderer=SKHCN"
        var acts: [Act] = [
            Act("init", kind: .creates), Act("org new SKHCN --name Sở --kind state-agency"),
            Act("org new VNN --name Viện --kind public-service-unit"),
            Act("person new CV01 --name Mẫu --organisation SKHCN --role officer"),
            Act("person new CT01 --name Giả --role chair --role officer"), Act("person new CN01 --name Dụ --organisation VNN --role host"),
        ]
        for round in 1...rounds {
            let task = "TH-\(round)"
            acts += [
                Act("task new --code \(task) --title Giống --date 2022-03-05", facts), Act("task do \(task) review --date 2022-03-10"),
                Act(
                    "task do \(task) award --set award.on=2022-03-31 --set award.money=1.200.000.000 --set task.host=VNN --set",
                    "task.investigator=CN01 --doc QĐ-1:\(round)/QĐ-UBND:2022-03-31@qd-\(round).pdf",
                    actor: "CT01"
                ),
                Act("import danh-muc-\(round)"), Act("job run all --now 2022-04-0\(round)", kind: .runsJobs),
                Act("store backup sao-\(round).db", kind: .copies),
                Act("store restore sao-\(round).db --store moi-\(round).db", kind: .copies),
                Act("task do I-\(round)-1 withdraw"),
            ]
        }
        // Recorded first; then the store's file is written anew, which may fail by itself.
        acts += [Act("person new XO1 --name Xoá"), Act("person erase XO1 --decision 1/QĐ-SKHCN --reason Đơn")]
        return Scene(
            name: "small",
            environment: ["NHIEMVU_RULES": rules, "NHIEMVU_NOW": "2022-04-01", "NHIEMVU_ACTOR": "CV01"],
            files: Dictionary(uniqueKeysWithValues: (1...3).flatMap(portfolio)),
            before: [],
            acts: acts
        )
    }

    private static func portfolio(_ round: Int) -> [(String, String)] {
        let folder = "danh-muc-\(round)"
        let tasks = (1...4).map { "I-\(round)-\($0),Nhiệm vụ \($0),2022-01-05,old-law,province,topic,agriculture,SKHCN\n" }
        return [
            ("qd-\(round).pdf", "%PDF-1.4\nQuyết định \(round)\n" + String(repeating: "Điều. ", count: 2000 * round)),
            ("\(folder)/organisations.csv", "code,name,kind,province\nSO-\(round),Sở \(round),authority,Thanh Hóa\n"),
            ("\(folder)/people.csv", "code,name,degree,organisation,field,roles\nNG-\(round),Người,TS,SO-\(round),,officer\n"),
            ("\(folder)/tasks.csv", "code,title,proposed_on,regime,level,kind,field,orderer\n" + tasks.joined()),
            (
                "\(folder)/history.csv",
                "task,happened_on,event,machine,actor,facts,documents,note\nI-\(round)-2,2022-01-10,review,,CV01,,,\n"
            ),
        ]
    }

    /// A determination council that is formed, meets, votes and concludes, under the rules that are shipped.
    static func council(rules: String) -> Scene {
        let seats = zip(["chair", "deputy", "reviewer", "reviewer", "secretary", "member", "member", "member", "member"], 1...9)
        let facts = "--set level=province --set kind=topic --set field=agriculture --set state_money=1.000.000.000"
        let ballots = (1...9).map { Act("council ballot NV-1 P\($0) need=đ scale=đ novelty=đ use=đ order=đ source=đ", actor: "TK1") }
        return Scene(
            name: "council",
            environment: ["NHIEMVU_RULES": rules, "NHIEMVU_NOW": "2024-02-01", "NHIEMVU_ACTOR": "CV1"],
            files: [:],
            before: [
                Act("init --now 2024-01-02"), Act("person new CV1 --name CV --role department-officer"),
                Act("person new GD1 --name GĐ --role department-director"), Act("person new TK1 --name TK --role administrative-secretary"),
            ] + (1...9).map { Act("person new P\($0) --name P\($0) --degree TS. --role council-member") } + [
                Act("task new --code NV-1 --title Lúa --regime law-2013 --date 2024-01-15", facts)
            ],
            acts: [
                Act(
                    "task do NV-1 screen --set ordering.duplicate_found=false --date 2024-01-20 --doc A-ĐXNV:1:2024-01-15 --doc",
                    "C0-KQTrC:2:2024-01-20"
                ),
                Act(
                    "council new NV-1 --members 9 --meeting-on 2024-02-01 --doc QĐ-TLHĐ:15/QĐ-SKHCN:2024-01-20 --date 2024-01-20",
                    actor: "GD1"
                ),
                Act("council seat NV-1 --date 2024-01-20", seats.map { "--\($0) P\($1)" }.joined(separator: " "), actor: "TK1"),
                Act("council papers NV-1 --date 2024-01-22", actor: "TK1"), Act("council attend NV-1 --all", actor: "TK1"),
                Act("council open NV-1", actor: "TK1"),
            ] + ballots
        )
    }

    /// The money of a task: estimate, year, allotment, advance, report, clearing, under the rules that are shipped.
    static func money(rules: String, portfolio: String) -> Scene {
        let task = "NV-2022-008"
        return Scene(
            name: "money",
            environment: ["NHIEMVU_RULES": rules, "NHIEMVU_NOW": "2023-03-01", "NHIEMVU_ACTOR": "MAU-CB-09"],
            files: [:],
            before: [Act("init --now 2022-01-04"), Act("import", portfolio)],
            acts: [
                Act(
                    "budget plan \(task) --date 2022-06-20 --item labour:2022=400.000.000 --item travel:2022=98500000 --item",
                    "services:2023=100.000.000 --item materials:2022=248.500.000 --item assets-bought:2022=400.000.000 --item",
                    "energy:2022:counterpart=100.000.000",
                    actor: "MAU-CB-05"
                ),
                Act("budget year 2022 53.000.000.000 --decision 4567/QĐ-UBND --date 2021-12-10"),
                Act("budget allot \(task) 700.000.000 --date 2022-06-21 --doc QĐ-GDT:1/QĐ-SKHCN:2022-06-21"),
                Act("budget request \(task) 600.000.000 --date 2022-06-22", actor: "MAU-CB-05"),
                Act("budget advance \(task) --date 2022-06-28"),
                Act("budget report \(task) 300.000.000 --date 2022-09-05", actor: "MAU-CB-05"),
                Act("budget clear \(task) --date 2022-09-12 --item labour=200.000.000 --item materials=100.000.000"),
            ]
        )
    }
}
