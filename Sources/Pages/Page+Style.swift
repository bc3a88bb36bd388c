extension Page {
    /// How it looks, on a screen and on A4. Every pair of text and ground has a contrast of at least 4.5 (WCAG 2.1, 1.4.3).
    static let style = """
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; color: #1f2933; background: #ffffff; line-height: 1.45;
          font-family: "Noto Sans", "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
        h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; padding-top: .6rem; border-top: 2px solid #3e4c59; }
        h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
        p { margin: .4rem 0; }
        nav ul { columns: 2; margin: .4rem 0; padding-left: 1.2rem; }
        a { color: #0b4f9c; }
        .lead, footer, .note { color: #52606d; }
        .note, footer { font-size: .88rem; }
        footer { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid #9aa5b1; overflow-wrap: anywhere; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .7rem; margin: 1rem 0; padding: 0; }
        .tiles div { border: 1px solid #9aa5b1; border-radius: .4rem; padding: .6rem .8rem; background: #f5f7fa; }
        .tiles dt { color: #52606d; font-size: .88rem; }
        .tiles dd { margin: .1rem 0 0; font-size: 1.35rem; font-weight: 700; }
        .tiles dd.late { color: #b71c1c; }
        .tiles dd + dd { font-size: .85rem; font-weight: 400; color: #52606d; }
        figure { margin: .8rem 0; }
        figure svg { display: block; width: 100%; height: auto; }
        table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .9rem; }
        caption { text-align: left; font-weight: 700; padding: .3rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .28rem .5rem; border-bottom: 1px solid #d9dfe5; overflow-wrap: break-word; }
        thead th { border-bottom: 2px solid #3e4c59; }
        tbody th { font-weight: 600; }
        tfoot th, tfoot td { font-weight: 700; border-top: 2px solid #3e4c59; border-bottom: 0; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .w { white-space: nowrap; }
        @media (max-width: 40rem) { body { padding: .8rem; } nav ul { columns: 1; } table { display: block; overflow-x: auto; } }
        @page { size: A4; margin: 15mm 14mm; }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; }
          h1 { font-size: 16pt; } h2 { font-size: 12.5pt; margin-top: 14pt; break-after: avoid; } h3, caption { break-after: avoid; }
          nav { display: none; }
          table { font-size: 8.5pt; }
          thead { display: table-header-group; break-after: avoid; } tbody tr:first-child { break-before: avoid; } tfoot { display: table-row-group; }
          tr, figure, .tiles div { break-inside: avoid; }
          .tiles { grid-template-columns: repeat(4, 1fr); gap: 2mm; } .tiles dd { font-size: 12pt; }
          .tiles div { background: none; padding: 1.5mm 2.5mm; }
          a { color: inherit; text-decoration: none; }
        }
        """
}
