@main
struct Benchmarks {
    static func main() {
        print("ok")
    }
}
