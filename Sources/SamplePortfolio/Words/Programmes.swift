import LifecycleModel

/// The six key programmes of 2021–2025 (Đề án, mục 2.4 a and Phụ lục I).
enum SampleProgrammes {
    private static let names = [
        "Phát triển tiềm lực khoa học, công nghệ và nâng cao năng lực đổi mới sáng tạo",
        "Ứng dụng khoa học, công nghệ phục vụ phát triển nông nghiệp công nghệ cao, thông minh và xây dựng nông thôn mới",
        "Đổi mới công nghệ, ứng dụng thành tựu của CMCN 4.0 phục vụ nâng cao năng suất, chất lượng, sức cạnh tranh của sản phẩm, hàng hóa",
        "Ứng dụng thành tựu khoa học, công nghệ trong y dược phục vụ nâng cao chất lượng chăm sóc và bảo vệ sức khỏe cộng đồng",
        "Khoa học xã hội và nhân văn phục vụ phát triển kinh tế - xã hội",
        "Ứng dụng khoa học, công nghệ phục vụ bảo vệ môi trường và ứng phó với biến đổi khí hậu",
    ]

    static func code(_ number: Int) -> ProgrammeCode? { try? ProgrammeCode("CT\(number)-2021-2025") }

    static var all: [Programme] {
        names.enumerated().compactMap { index, name in code(index + 1).map { Programme(code: $0, name: name, years: 2021...2025) } }
    }
}
