import { COLOURS } from "../layout";

const NAMES = [
  ["blue", COLOURS.blue],
  ["ink", COLOURS.text],
  ["quiet", COLOURS.quiet],
  ["line", COLOURS.rule],
  ["soft", COLOURS.head],
  ["ground", COLOURS.white],
  ["link", COLOURS.link],
  ["entered", COLOURS.input],
  ["calculated", COLOURS.calculated],
  ["closed", COLOURS.closed],
  ["fix", COLOURS.fix],
  ["fix-ground", COLOURS.fixFill],
  ["explain", COLOURS.explain],
  ["explain-ground", COLOURS.explainFill],
  ["note", COLOURS.text],
  ["note-ground", COLOURS.head],
] as const;
/** The colours of the workbook, for a light ground and for paper. */
const LIGHT = NAMES.map(([name, colour]) => `--${name}: #${colour};`).join(" ");

/** How every page looks: calm, on screen and on paper, in light and dark. It holds neither of the signs that begin markup. */
export function baseStyle(): string {
  return `
:root {
  ${LIGHT}
  --sans: "Segoe UI", "Segoe UI Variable", system-ui, -apple-system, "Helvetica Neue", Roboto, Arial, sans-serif;
  --mono: Consolas, "Cascadia Mono", ui-monospace, Menlo, "DejaVu Sans Mono", monospace;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ec; --quiet: #a3adb7; --line: #3a444e; --soft: #1e252c; --ground: #14191e; --link: #7db8f0;
    --entered: #3a3415; --calculated: #1b2f42; --closed: #3b3f43;
    --fix: #ffb3ad; --fix-ground: #4a1b1b; --explain: #ffd98a; --explain-ground: #443206; --note: #c3ccd5; --note-ground: #28313a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 var(--sans); }
a { color: var(--link); text-underline-offset: 2px; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
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
.contents li { break-inside: avoid; }
.contents a { display: block; padding: 3px 8px; margin-left: -8px; color: var(--ink); text-decoration: none; border-radius: 4px; }
.contents a:hover { background: var(--soft); color: var(--link); }
main { min-width: 0; padding: 32px 0 64px; }
footer { border-top: 1px solid var(--line); padding: 16px 48px 32px; color: var(--quiet); font-size: 14px; }

.part { padding-top: 40px; margin-top: 48px; border-top: 1px solid var(--line); }
.part.first { padding-top: 0; margin-top: 0; border-top: 0; }
.part h2 { font-size: 26px; font-weight: 600; margin-bottom: 12px; }
.part h3 { font-size: 20px; font-weight: 600; margin: 0 0 4px; }
.lead, .part p { max-width: 76ch; }
.lead { margin-bottom: 16px; }

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

@media (max-width: 1000px) {
  .page { grid-template-columns: minmax(0, 1fr); gap: 0; padding: 0 20px; }
  .band { padding: 24px 20px; }
  .band h1 { font-size: 26px; }
  .contents { position: static; max-height: none; border-bottom: 1px solid var(--line); padding: 24px 0; }
  .contents ul, .contents ol { columns: 2; }
  footer { padding: 16px 20px 24px; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm 18mm; }
  @page { @bottom-right { content: counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; color: #${COLOURS.quiet}; } }
  :root { ${LIGHT} color-scheme: light; }
  :root { --ink: #000000; --soft: #ffffff; }
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
  .part.short { break-before: auto; padding-top: 18pt; }
  .part h2 { font-size: 17pt; }
  .part h3 { font-size: 13pt; }
  h2, h3, h4, caption { break-after: avoid; }
  table { font-size: 8.5pt; line-height: 1.35; }
  th, td { padding-top: 3pt; padding-bottom: 3pt; }
  .wide { overflow: visible; margin: 6pt 0 12pt; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr { break-inside: avoid; }
  footer { padding: 12pt 0 0; font-size: 8.5pt; }
}
`;
}
