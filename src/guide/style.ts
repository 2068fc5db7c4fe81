/** How the guide looks: calm, on screen and on paper, in light and dark. It holds neither of the signs that begin markup. */
export const STYLE = `
:root {
  --blue: #005eb8; --ink: #1b2126; --quiet: #56606a; --line: #d5dbe1; --soft: #f4f6f8; --ground: #ffffff; --link: #005eb8;
  --entered: #fff9db; --calculated: #eaf1f8; --constant: #eef1f4; --closed: #d9d9d9;
  --fix: #8c1d18; --fix-ground: #fde8e8; --explain: #6b4400; --explain-ground: #fff4ce; --note: #3f4a55; --note-ground: #eef1f4;
  --sans: "Segoe UI", "Segoe UI Variable", system-ui, -apple-system, "Helvetica Neue", Roboto, Arial, sans-serif;
  --mono: Consolas, "Cascadia Mono", ui-monospace, Menlo, "DejaVu Sans Mono", monospace;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ec; --quiet: #a3adb7; --line: #3a444e; --soft: #1e252c; --ground: #14191e; --link: #7db8f0;
    --entered: #3a3415; --calculated: #1b2f42; --constant: #262e36; --closed: #3b3f43;
    --fix: #ffb3ad; --fix-ground: #4a1b1b; --explain: #ffd98a; --explain-ground: #443206; --note: #c3ccd5; --note-ground: #28313a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 var(--sans); }
a { color: var(--link); text-underline-offset: 2px; text-decoration-thickness: 1px; }
a:focus-visible, .wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
p { margin: 0 0 8px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 16px; top: 16px; background: var(--ground); padding: 8px 12px; z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); font-weight: 400; }

.band { background: var(--blue); color: #ffffff; padding: 32px 48px 28px; }
.band h1 { font-size: 32px; font-weight: 600; }
.band .eyebrow { color: #ffffff; margin-bottom: 4px; }
.band .facts { margin: 8px 0 0; color: #e3effa; }
.eyebrow { font-size: 14px; font-weight: 600; color: var(--quiet); margin: 0 0 4px; }
.page { display: grid; grid-template-columns: 244px minmax(0, 1fr); gap: 48px; max-width: 1400px; padding: 0 48px; }
.contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 32px 8px 32px 0; font-size: 14px; }
.contents h2 { font-size: 16px; margin-bottom: 8px; }
.contents h3 { font-size: 14px; font-weight: 600; color: var(--quiet); margin: 16px 0 4px; }
.contents ul, .contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { display: block; padding: 3px 8px; margin-left: -8px; color: var(--ink); text-decoration: none; border-radius: 4px; }
.contents a:hover { background: var(--soft); color: var(--link); }
main { min-width: 0; padding: 32px 0 64px; }
footer { border-top: 1px solid var(--line); padding: 16px 48px 32px; color: var(--quiet); font-size: 14px; }

.part { padding-top: 40px; margin-top: 48px; border-top: 1px solid var(--line); }
.part.first { padding-top: 0; margin-top: 0; border-top: 0; }
.part h2 { font-size: 26px; font-weight: 600; margin-bottom: 12px; }
.part h3 { font-size: 20px; font-weight: 600; margin: 0 0 4px; }
.lead, .part p, .steps { max-width: 76ch; }
.lead { margin-bottom: 16px; }
.on-this-sheet { font-size: 14px; color: var(--quiet); }
.block, .rules { margin-top: 36px; }
.about { font-size: 14px; color: var(--quiet); }
.steps { padding-left: 24px; margin: 0 0 24px; }
.steps li { margin-bottom: 6px; padding-left: 4px; }
.steps li::marker { color: var(--link); font-weight: 600; }

.wide { overflow-x: auto; margin: 16px 0 24px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.45; }
caption { text-align: left; font-weight: 600; padding-bottom: 6px; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); }
th + th, th + td, td + td { padding-left: 12px; }
thead th { font-weight: 600; border-bottom: 2px solid var(--blue); vertical-align: bottom; }
thead th.group { border-bottom: 1px solid var(--line); text-align: center; }
tbody th { font-weight: 600; }
.key { white-space: nowrap; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
.help { font-size: 14px; font-weight: 400; color: var(--quiet); margin: 2px 0 0; }
.serves { font-size: 13px; font-weight: 400; color: var(--quiet); margin: 2px 0 0; }
code { font-family: var(--mono); font-size: 0.9em; color: inherit; }
.id { margin: 2px 0 0; }
.id code, .about code { color: var(--quiet); font-weight: 400; overflow-wrap: anywhere; }
.formula { overflow-wrap: anywhere; }
.formula a { color: inherit; text-decoration: underline dotted; text-decoration-color: var(--quiet); }
.formula a:hover { color: var(--link); }
.obligation { white-space: nowrap; }
tr:target, article:target, td:target { outline: 2px solid var(--link); outline-offset: -2px; }

.form th[scope="row"], .columns th[scope="row"] { width: 38%; }
.workings th[scope="row"] { width: 34%; }
.usual th[scope="row"] { font-weight: 400; }
.columns .group th { color: var(--quiet); padding-top: 16px; }
.obligations td:nth-child(2) { width: 40%; }
.obligations td:nth-child(3), .days td { white-space: nowrap; }
.days td.key { padding-left: 12px; }
.days td:last-child { white-space: normal; width: 100%; }
.obligations .places { width: 30%; }
.legend { width: auto; min-width: min(100%, 480px); }
.cell { text-align: left; }
.cell.entered { background: var(--entered); }
.cell.calculated { background: var(--calculated); }
.cell.constant { background: var(--constant); }
.cell.closed { background: var(--closed); }
.cell.shown { color: var(--quiet); }
.form .cell, .columns .cell { padding-left: 12px; }
.legend .cell { padding-left: 12px; min-width: 88px; }
.sheet th[scope="row"] { min-width: 240px; }
.sheet .cell { text-align: right; padding: 6px 8px; border-left: 1px solid var(--ground); }
.sheet thead th { text-align: right; padding: 6px 8px; }
.sheet thead th:first-child { text-align: left; padding-left: 0; }
.sheet thead th.group { text-align: center; }
.sheet .cell.constant { text-align: left; }
.sheet.many, .sheet.many .help { font-size: 13px; }
.total th, .total td { border-top: 1px solid var(--ink); }
.number { font-variant-numeric: tabular-nums; color: var(--link); }
.overview .figure { width: 84px; }

.rule { border: 1px solid var(--line); border-left: 4px solid var(--note); border-radius: 4px; padding: 12px 16px 8px; margin: 12px 0; }
.rule.fix { border-left-color: var(--fix); }
.rule.explain { border-left-color: var(--explain); }
.rule h4 { font-size: 16px; font-weight: 600; margin-bottom: 8px; text-wrap: wrap; }
.rule .code { color: var(--quiet); font-weight: 600; }
.rule dl { margin: 0; font-size: 14px; }
.rule .formulas { background: var(--soft); border-radius: 4px; padding: 4px 8px; margin: 8px -8px 0; font-size: 13px; }
.rule .source { font-size: 13px; color: var(--quiet); margin: 6px 0 0; max-width: none; }
.rule dl div { display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 12px; padding: 2px 0; }
.rule dt { color: var(--quiet); }
.rule dd { margin: 0; max-width: 92ch; }
.level { display: inline-block; white-space: nowrap; border-radius: 4px; padding: 1px 8px; font-size: 14px; font-weight: 600; }
.level.fix { color: var(--fix); background: var(--fix-ground); }
.level.explain { color: var(--explain); background: var(--explain-ground); }
.level.note { color: var(--note); background: var(--note-ground); }
.hole { background: var(--calculated); border-radius: 3px; padding: 0 2px; }

@media (max-width: 1000px) {
  .page { grid-template-columns: minmax(0, 1fr); gap: 0; padding: 0 20px; }
  .band { padding: 24px 20px; }
  .band h1 { font-size: 26px; }
  .contents { position: static; max-height: none; border-bottom: 1px solid var(--line); padding: 24px 0; }
  .contents ul, .contents ol { columns: 2; }
  footer { padding: 16px 20px 24px; }
  .rule dl div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm 18mm; }
  @page { @bottom-right { content: counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; color: #56606a; } }
  :root {
    --ink: #000000; --quiet: #45505a; --line: #c3cad1; --soft: #ffffff; --ground: #ffffff; --link: #00437f;
    --entered: #fff9db; --calculated: #eaf1f8; --constant: #eef1f4; --closed: #d9d9d9;
    --fix: #8c1d18; --fix-ground: #fde8e8; --explain: #6b4400; --explain-ground: #fff4ce; --note: #3f4a55; --note-ground: #eef1f4;
    color-scheme: light;
  }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { font-size: 10pt; line-height: 1.4; }
  a { color: inherit; text-decoration: none; }
  .skip { display: none; }
  .band { background: none; color: #000000; border-top: 6px solid var(--blue); padding: 12pt 0 6pt; }
  .band .eyebrow, .band .facts { color: var(--quiet); }
  .band h1 { font-size: 22pt; }
  .page { display: block; padding: 0; max-width: none; }
  .contents { position: static; max-height: none; overflow: visible; padding: 10pt 0; border-bottom: 1px solid var(--line); font-size: 10pt; }
  .contents ul, .contents ol { columns: 2; }
  .contents a { padding: 1pt 0; margin: 0; }
  main { padding: 0; }
  .part { break-before: page; padding-top: 0; margin-top: 0; border-top: 0; }
  .part.first { break-before: auto; padding-top: 12pt; }
  #how, .part.short { break-before: auto; padding-top: 18pt; }
  .part h2 { font-size: 17pt; }
  .part h3 { font-size: 13pt; }
  .on-this-sheet { display: none; }
  .block, .rules { margin-top: 16pt; }
  h2, h3, h4, caption, .about, .rules .quiet, .columns .group { break-after: avoid; }
  table { font-size: 8.5pt; line-height: 1.35; }
  .sheet.many { font-size: 7.5pt; }
  .sheet th[scope="row"] { min-width: 42mm; }
  .sheet.many .cell, .sheet.many thead th { padding: 3pt 3pt; }
  th, td { padding-top: 3pt; padding-bottom: 3pt; }
  .help, .serves { font-size: 8pt; }
  .wide { overflow: visible; margin: 6pt 0 12pt; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, .rule dl div { break-inside: avoid; }
  .rule { break-inside: avoid; padding: 6pt 9pt 4pt; margin: 6pt 0; }
  .rule h4 { font-size: 10pt; }
  .rule dl, .level { font-size: 8.5pt; }
  .rule .formulas, .rule .source { font-size: 7.5pt; }
  .rule dl div { grid-template-columns: 26mm minmax(0, 1fr); gap: 6pt; padding: 1pt 0; }
  footer { padding: 12pt 0 0; font-size: 8.5pt; }
}
`;
