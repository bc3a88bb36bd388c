import Foundation

/// Finds folders that come along with the program: installed with it, beside it, above it (a build folder), or where the user stands.
enum InstalledFolder {
    /// The first folder of that name in which the file is.
    static func find(_ name: String, holding file: String) -> String? {
        guard let program = Bundle.main.executablePath.map({ ($0 as NSString).resolvingSymlinksInPath }) else { return nil }
        var folder = (program as NSString).deletingLastPathComponent
        var places = ["\((folder as NSString).deletingLastPathComponent)/share/nhiemvu/\(name)"]
        for _ in 0..<6 {
            places.append("\(folder)/\(name)")
            folder = (folder as NSString).deletingLastPathComponent
        }
        return (places + [name]).first { FileManager.default.fileExists(atPath: "\($0)/\(file)") }
    }
}
