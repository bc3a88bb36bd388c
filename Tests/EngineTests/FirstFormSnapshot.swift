import CanonicalJSON
import Engine
import Foundation
import LifecycleModel
import Testing

/// A snapshot as the first release of the store wrote it, of form 1, and the events it is the fold of.
enum FirstFormSnapshot {
    static var bytes: [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [] }

    /// What the events say, folded without any snapshot.
    static func state() throws -> TaskState {
        var state: TaskState?
        for (kind, actor, day, payload) in events {
            let happening = try Happening(kind: kind, payload: try JSONValue(parsing: Array(payload.utf8)))
            if case .registered(let registered) = happening {
                state = TaskState(registered, on: SampleRules.day(day))
            } else {
                #expect(state?.apply(happening, by: actor, on: SampleRules.day(day)) == true)
            }
        }
        return try #require(state)
    }

    private static let events: [(kind: String, actor: String, day: String, payload: String)] = [
        (
            "registered", "MAU-CB-05", "2025-08-08",
            #"""
            {"code":"NV-2026-004","definition":"50042662c12e13c370cbdb2171819aa055cecd8352a3278ad5aecea71f6679ca","facts":{"t\#
            ask.field":"social-science","task.kind":"topic","task.level":"province","task.months":18,"task.orderer":"MAU-DH-0\#
            7","task.proposed_on":{"date":"2025-08-08"},"task.proposer":"MAU-CT-21","task.state_money":1140000000,"task.title\#
            ":"Đánh giá tác động của chính sách đối với tiếp cận pháp luật của đồng bào dân tộc thiểu số trên địa bàn tỉnh Th\#
            anh Hóa","task.year":2026},"position":"ordering/proposed","regime":"law-2013"}
            """#
        ),
        (
            "transitioned", "MAU-CB-07", "2025-08-22",
            #"""
            {"documents":[{"date":"2025-08-22","form":"A-ĐXNV","number":"662/PĐX"},{"date":"2025-08-22","form":"C0-KQTrC","nu\#
            mber":"100/BB"}],"event":"screen","facts":{"ordering.duplicate_found":false},"from":"ordering/proposed","machine"\#
            :"task","to":"ordering/screened"}
            """#
        ),
        (
            "transitioned", "MAU-CB-01", "2025-11-14",
            #"""
            {"documents":[{"date":"2025-11-14","form":"QĐ-TLHĐ","number":"601/QĐ-SKHCN"}],"event":"convene-determination","fa\#
            cts":{"ordering.council_meeting_on":{"date":"2025-11-27"},"ordering.council_members":9},"from":"ordering/screened\#
            ","machine":"task","to":"ordering/in-council"}
            """#
        ),
        (
            "machine_opened", "MAU-CB-01", "2025-11-14",
            #"""
            {"facts":{"kind":"determination","meeting_on":{"date":"2025-11-27"},"members":9},"machine":"council-session:1","o\#
            n":"2025-11-14","state":"formed"}
            """#
        ),
        (
            "deadline_started", "MAU-CB-01", "2025-11-14",
            #"""
            {"basis":"TT 06/2023/TT-BKHCN, Điều 11.4","dates":{"due":"2025-11-20","grace":null,"lock":null},"deadline":"XD-1"\#
            ,"machine":"task","owner":"administrative-secretary","passing":[{"act":"flag","at":"due","subject":"papers-late",\#
            "text":{"en":"Council papers late","vi":"Chậm gửi tài liệu họp hội đồng"}}],"standing":"model","start":"2025-11-2\#
            7","terms":{"direction":"before","term":"5 working days"}}
            """#
        ),
    ]

    private static let base64 = """
        ATQLTlYtMjAyNi0wMDQIbGF3LTIwMTNANTAwNDI2NjJjMTJlMTNjMzcwY2JkYjIxNzE4MTlhYTA1NWNlY2Q4MzUyYTMyNzhhZDVhZWNlYTcxZjY2\
        NzljYRNvcmRlcmluZy9pbi1jb3VuY2lsCG9yZGVyaW5nEmNvdW5jaWxfbWVldGluZ19vbg9jb3VuY2lsX21lbWJlcnMPZHVwbGljYXRlX2ZvdW5k\
        BHRhc2sFZmllbGQOc29jaWFsLXNjaWVuY2UEa2luZAV0b3BpYwVsZXZlbAhwcm92aW5jZQZtb250aHMHb3JkZXJlcglNQVUtREgtMDcLcHJvcG9z\
        ZWRfb24IcHJvcG9zZXIJTUFVLUNULTIxC3N0YXRlX21vbmV5BXRpdGxloQHEkMOhbmggZ2nDoSB0w6FjIMSR4buZbmcgY+G7p2EgY2jDrW5oIHPD\
        oWNoIMSR4buRaSB24bubaSB0aeG6v3AgY+G6rW4gcGjDoXAgbHXhuq10IGPhu6dhIMSR4buTbmcgYsOgbyBkw6JuIHThu5ljIHRoaeG7g3Ugc+G7\
        kSB0csOqbiDEkeG7i2EgYsOgbiB04buJbmggVGhhbmggSMOzYQR5ZWFyD2NvdW5jaWwtc2Vzc2lvbgZmb3JtZWQNZGV0ZXJtaW5hdGlvbgptZWV0\
        aW5nX29uB21lbWJlcnMEWEQtMQx3b3JraW5nIGRheXMGYmVmb3JlBG5vbmUYYWRtaW5pc3RyYXRpdmUtc2VjcmV0YXJ5IVRUIDA2LzIwMjMvVFQt\
        QktIQ04sIMSQaeG7gXUgMTEuNAVtb2RlbANkdWUEZmxhZwtwYXBlcnMtbGF0ZSxDaOG6rW0gZ+G7rWkgdMOgaSBsaeG7h3UgaOG7jXAgaOG7mWkg\
        xJHhu5NuZxNDb3VuY2lsIHBhcGVycyBsYXRlB0EtxJBYTlYINjYyL1DEkFgIQzAtS1FUckMGMTAwL0JCCVHEkC1UTEjEkA02MDEvUcSQLVNLSENO\
        FWNvbnZlbmUtZGV0ZXJtaW5hdGlvbglNQVUtQ0ItMDEGc2NyZWVuCU1BVS1DQi0wNwABAgMAAAACBAMFA6PnAgYBEgcAAAgKCQIKCwIMDQIODwEk\
        EAIREgO05gITAhQVAYCUmL8IFgIXGAHUHwEZAQIaAAMLAhscA6PnAh0BEgCW5wKW5wIBCAAenOcCAACj5wIKHwAAICEiJCQBJSYnASgpnOcCAAAA\
        AAMqASorwuYCAAAALAEsLcLmAgAAAC4BLi+W5wIAAAACMAExlucCAjIBM8LmAgIAAACW5wKW5wIKAA==
        """
}
