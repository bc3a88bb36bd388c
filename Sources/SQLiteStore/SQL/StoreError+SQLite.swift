import GRDB
import GRDBSQLite
import Store

extension StoreError {
    /// What SQLite's error means for the store at a path.
    init(_ error: DatabaseError, path: String) {
        self.init(Self.code(for: error.extendedResultCode), subject: path, cause: "\(error)")
    }

    /// Runs the body and turns SQLite's errors into the store's; what is damaged is named by its path; other errors pass.
    static func translating<Result>(path: @autoclosure () -> String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path())
        } catch var error as StoreError where [.damaged, .uncertain].contains(error.code) {
            // A column tells what is wrong with it; which file it is in is known here, as the caller named it.
            error.subject = path()
            throw error
        }
    }

    private static func code(for result: ResultCode) -> Code {
        // Growing the shared-memory file fails with a code of its own when the disk is full.
        if result == .SQLITE_IOERR_SHMSIZE { return .full }
        return switch result.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_FULL: .full
        case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
        case .SQLITE_CORRUPT: .damaged
        case .SQLITE_NOTADB: .notAStore
        case .SQLITE_IOERR, .SQLITE_CANTOPEN: .inputOutput
        case .SQLITE_CONSTRAINT: .constraint
        default: .other
        }
    }
}
