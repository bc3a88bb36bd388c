import CLibXLSXWriter

/// The looks of cells as libxlsxwriter keeps them, each made once.
final class CellFormats {
    private struct Key: Hashable {
        let style: CellStyle
        let isInput: Bool
    }

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [Key: UnsafeMutablePointer<lxw_format>] = [:]

    init(of workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
    }

    /// The format of a look; nil when memory is short.
    func format(_ style: CellStyle, isInput: Bool) -> UnsafeMutablePointer<lxw_format>? {
        let key = Key(style: style, isInput: isInput)
        if let format = formats[key] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        format_set_font_name(format, "Times New Roman")
        format_set_font_size(format, style == .title ? 14 : 12)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if style != .title, style != .note { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        look(style, format)
        if isInput {
            format_set_unlocked(format)
            format_set_bg_color(format, 0xFFF9E0)
        }
        formats[key] = format
        return format
    }

    private func look(_ style: CellStyle, _ format: UnsafeMutablePointer<lxw_format>) {
        switch style {
        case .title: format_set_bold(format)
        case .note: format_set_italic(format)
        case .header:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_bg_color(format, 0xE7ECF2)
        case .text: format_set_text_wrap(format)
        case .money: format_set_num_format(format, "#,##0")
        case .total:
            format_set_num_format(format, "#,##0")
            format_set_bold(format)
            format_set_bg_color(format, 0xF2F2F2)
        case .percent: format_set_num_format(format, "0.00%")
        case .date:
            format_set_num_format(format, "dd/mm/yyyy")
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
    }
}
