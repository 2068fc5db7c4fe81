/** How a letter looks: on paper as a letter, in a message as text with tables. It holds neither of the signs that begin markup. */
export const STYLE = `
body { margin: 0; background: #ffffff; color: #212b32; font: 11pt/1.45 Arial, sans-serif; }
main { max-width: 180mm; margin: 0 auto; padding: 32px 24px 48px; }
p { margin: 0 0 9pt; }
.from { font-size: 17pt; font-weight: bold; color: #005eb8; border-bottom: 2pt solid #005eb8; padding-bottom: 6pt; margin-bottom: 9pt; }
.day { text-align: right; margin-bottom: 0; }
.address { margin: 0 0 20pt; }
h1 { font-size: 12.5pt; line-height: 1.35; margin: 0 0 10pt; }
h2 { font-size: 13pt; color: #005eb8; margin: 18pt 0 6pt; }
h3 { font-size: 11pt; margin: 12pt 0 3pt; }
h3.fix { color: #8a1010; }
h3.explain, h3.query { color: #7a4b00; }
a { color: #005eb8; }
table { border-collapse: collapse; width: 100%; margin: 3pt 0 12pt; font-size: 9.5pt; line-height: 1.35; table-layout: fixed; }
th, td { border: 0.75pt solid #d0d7de; padding: 4pt 6pt; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th { background: #f3f5f7; border-bottom: 1.5pt solid #5c6670; }
thead th:nth-child(1) { width: 27%; }
thead th:nth-child(2) { width: 39%; }
tbody th { background: #eaf1f8; }
.code { color: #5c6670; font-size: 8.5pt; }
.farewell { margin-top: 16pt; margin-bottom: 36pt; }
.signed { font-weight: bold; margin-bottom: 0; }
.reference { color: #5c6670; font-size: 8.5pt; margin-top: 12pt; }
@media print {
  @page { size: A4; margin: 18mm 18mm 20mm; }
  @page { @bottom-right { content: counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; color: #5c6670; } }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  body { font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h3 + p, tbody th { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .farewell, .signed { break-inside: avoid; }
  .farewell { break-after: avoid; }
}
`;
