import Foundation
import LifecycleModel
import MailDelivery
import Testing

@Suite("Delivery into a folder")
struct FolderTests {
    @Test("a message is one file with its bytes, once for ever, and nothing half stays behind")
    func once() throws {
        let folder = try DropFolder()
        let carrier = FolderCarrier(folder: "\(folder.path)/thu")
        let message = try MadeMail.message()
        #expect(carrier.deliver(message) == .delivered)
        #expect(try folder.names("thu") == ["digest=2FMAU-CB-02=2F2025-12-31.eml"])
        let file = "\(folder.path)/thu/digest=2FMAU-CB-02=2F2025-12-31.eml"
        #expect(FileManager.default.contents(atPath: file).map { [UInt8]($0) } == message.bytes)
        #expect(carrier.deliver(try MadeMail.message(body: "Khác")) == .delivered)
        #expect(FileManager.default.contents(atPath: file).map { [UInt8]($0) } == message.bytes)
        #expect(try folder.names("thu").count == 1)
    }

    @Test("a path whose folder is not there swallows no letter")
    func mistyped() throws {
        let folder = try DropFolder()
        let outcome = FolderCarrier(folder: "\(folder.path)/thu/ra").deliver(try MadeMail.message())
        #expect(outcome.trouble?.code == .folder)
        #expect(try folder.names() == [])
    }

    @Test("what a broken run left is written over")
    func leftover() throws {
        let folder = try DropFolder()
        let message = try MadeMail.message(key: "k")
        _ = try folder.file(".k.part", String(repeating: "x", count: 9000), mode: 0o600)
        #expect(FolderCarrier(folder: folder.path).deliver(message) == .delivered)
        #expect(try folder.names() == ["k.eml"])
        #expect(FileManager.default.contents(atPath: "\(folder.path)/k.eml").map { [UInt8]($0) } == message.bytes)
    }

    @Test("odd keys stay inside of the folder, each with a file of its own")
    func oddKeys() throws {
        let folder = try DropFolder()
        let keys = [
            "../../etc/passwd", "..", ".", "/", "a/b", "a=2Fb", ".ẩn", String(repeating: "dài ", count: 300),
            String(repeating: "dài ", count: 301),
        ]
        for key in keys { #expect(FolderCarrier(folder: "\(folder.path)/ra").deliver(try MadeMail.message(key: key)) == .delivered) }
        #expect(try folder.names("ra").count == keys.count)
        #expect(try folder.names() == ["ra"])
        #expect(try folder.names("ra").allSatisfy { $0.hasSuffix(".eml") && !$0.hasPrefix(".") && $0.utf8.count <= 124 })
    }

    @Test("a folder that cannot be written postpones the message and says why")
    func unwritable() throws {
        let folder = try DropFolder()
        _ = try folder.file("tep", "", mode: 0o600)
        let outcome = FolderCarrier(folder: "\(folder.path)/tep/ra").deliver(try MadeMail.message())
        guard case .postponed(let trouble) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(trouble.code == .folder)
        #expect(trouble.phrase.vi.contains("\(folder.path)/tep/ra"))
    }
}
