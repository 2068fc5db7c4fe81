/** What is only in the guide, beside the look that all pages have. It holds neither of the signs that begin markup. */
export const STYLE = `
.steps { max-width: 76ch; }
.on-this-sheet { font-size: 14px; color: var(--quiet); }
.block, .rules { margin-top: 36px; }
.about { font-size: 14px; color: var(--quiet); }
.steps { padding-left: 24px; margin: 0 0 24px; }
.steps li { margin-bottom: 6px; padding-left: 4px; }
.steps li::marker { color: var(--link); font-weight: 600; }

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
.cell.constant { background: var(--note-ground); }
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
  .rule dl div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
@media print {
  #how { break-before: auto; padding-top: 18pt; }
  .on-this-sheet { display: none; }
  .block, .rules { margin-top: 16pt; }
  .about, .rules .quiet, .columns .group { break-after: avoid; }
  .sheet.many { font-size: 7.5pt; }
  .sheet th[scope="row"] { min-width: 42mm; }
  .sheet.many .cell, .sheet.many thead th { padding: 3pt 3pt; }
  .help, .serves { font-size: 8pt; }
  .rule dl div { break-inside: avoid; }
  .rule { break-inside: avoid; padding: 6pt 9pt 4pt; margin: 6pt 0; }
  .rule h4 { font-size: 10pt; }
  .rule dl, .level { font-size: 8.5pt; }
  .rule .formulas, .rule .source { font-size: 7.5pt; }
  .rule dl div { grid-template-columns: 26mm minmax(0, 1fr); gap: 6pt; padding: 1pt 0; }
}
`;
