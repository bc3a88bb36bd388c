import Foundation
import LifecycleModel
import MailDelivery
import Testing

@Suite("Letters that are shipped")
struct ShippedTemplateTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("templates/mail").path

    private static let digest = MailDigest(
        person: "TS. Nguyễn Thị Mẫu",
        day: "31/12/2025",
        tasks: [
            MailDigest.Task(
                code: "NV-2025-017",
                title: "Phục tráng giống lúa nếp",
                notices: [
                    MailDigest.Notice(text: "Nộp báo cáo định kỳ 6 tháng", due: "07/01/2026", when: "còn 7 ngày"),
                    MailDigest.Notice(text: "Giải trình điểm chậm"),
                ]
            ),
            MailDigest.Task(
                code: "NV-2024-003",
                title: "Nuôi tôm",
                notices: [MailDigest.Notice(text: "Báo cáo ứng dụng", due: "28/12/2025", when: "quá hạn 3 ngày")]
            ),
        ]
    )

    @Test("the digest in Vietnamese")
    func vietnamese() throws {
        let letter = try MailTemplates(folder: Self.folder).filled(.digest, in: .vi, with: Self.digest)
        #expect(letter.subject == "[nhiemvu] 3 việc cần theo dõi, ngày 31/12/2025")
        #expect(
            letter.body.hasPrefix(
                """
                Kính gửi: Ông/Bà TS. Nguyễn Thị Mẫu

                Đến ngày 31/12/2025, Ông/Bà có 3 việc cần theo dõi.

                Nhiệm vụ NV-2025-017: Phục tráng giống lúa nếp
                  - Nộp báo cáo định kỳ 6 tháng; hạn: 07/01/2026 (còn 7 ngày tính đến 31/12/2025)
                  - Giải trình điểm chậm

                Nhiệm vụ NV-2024-003: Nuôi tôm
                  - Báo cáo ứng dụng; hạn: 28/12/2025 (quá hạn 3 ngày tính đến 31/12/2025)

                Đề nghị Ông/Bà
                """
            ),
            "\(letter.body)"
        )
    }

    @Test("every letter fills, leaves no tag behind, and makes a message", arguments: MailTemplates.Kind.allCases, Language.allCases)
    func all(kind: MailTemplates.Kind, language: Language) throws {
        let templates = try MailTemplates(folder: Self.folder)
        for digest in [Self.digest, MailDigest(person: "A", day: "01/01/2026", tasks: [])] {
            let letter = templates.filled(kind, in: language, with: digest)
            #expect(!letter.subject.isEmpty && letter.body.contains(digest.person))
            #expect(!(letter.subject + letter.body).contains("{{"))
            #expect(!letter.body.contains("\n\n\n") && !letter.body.contains(" \n"))
            // Hosts have no command line: they are told whom to ask.
            #expect(!letter.body.contains("nhiemvu task"))
            #expect(try !MadeMail.message(subject: letter.subject, body: letter.body).bytes.isEmpty)
        }
    }
}
