import { CHART_COLOURS, COLOURS } from "../layout";

const LOOKS = Object.entries(CHART_COLOURS);
const LIGHT = LOOKS.map(([look, { fill, on }]) => `--${look}-fill: #${fill}; --on-${look}: #${on};`).join(
  " ",
);
/** Lighter on a dark ground, and still in the same order of lightness. */
const DARK =
  "--accent-fill: #5aa9f0; --on-accent: #10161b; --beside-fill: #7e8a96; --on-beside: #10161b; --quiet-fill: #47525d; --on-quiet: #ffffff; --good-fill: #3fae8f; --on-good: #10161b; --explain-fill: #f0b429; --on-explain: #10161b; --fix-fill: #e0564f; --on-fix: #10161b;";
const FILLS = LOOKS.map(
  ([look]) =>
    `.fill-${look} { fill: var(--${look}-fill); } .line-${look} { stroke: var(--${look}-fill); } .chart .on-${look} { fill: var(--on-${look}); }`,
).join("\n");

/** What is only in a report, beside the look that all pages have; what each printed page is headed with, at the left and at the right, as a style quotes it. */
export function reportStyle(left: string, right: string): string {
  return `
:root { ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); gap: 16px; margin: 24px 0 8px; }
.figures div { border-top: 3px solid var(--link); padding: 10px 0 4px; }
.figures dt { font-size: 14px; font-weight: 600; }
.figures dd { margin: 0; font-size: 13px; color: var(--quiet); }
.figures dd.large { font-size: 30px; line-height: 1.3; font-weight: 600; color: var(--link); font-variant-numeric: tabular-nums; }
.charts { columns: 2 360px; column-gap: 40px; margin: 8px 0 24px; }
.charts.alone { columns: auto; max-width: 560px; }
.chart { margin: 0 0 32px; border-top: 1px solid var(--line); padding-top: 12px; break-inside: avoid; }
.chart figcaption { font-weight: 600; line-height: 1.35; margin-bottom: 12px; text-wrap: balance; }
.chart svg { display: block; width: 100%; max-width: 560px; height: auto; overflow: visible; }
.chart .slim { display: none; }
.chart text { font: 12px var(--sans); fill: var(--ink); }
.chart .label { paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
.chart .value { font-size: 11px; font-variant-numeric: tabular-nums; }
.chart .tick { font-size: 11px; fill: var(--quiet); }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .zero { stroke: var(--quiet); stroke-width: 1; }
.chart .part-of { stroke: var(--ground); stroke-width: 1; }
.chart .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
.chart .line-beside { stroke-dasharray: 6 4; }
.chart .line-quiet { stroke-dasharray: 2 3; }
${FILLS}
.chart details { margin-top: 8px; font-size: 14px; }
.chart summary { cursor: pointer; color: var(--link); width: fit-content; }
.chart .wide { margin: 8px 0 0; }
.page { max-width: 1640px; }
.part h3 { font-size: 18px; margin-top: 32px; }
.said { color: var(--quiet); }
.answer { background: var(--soft); border-left: 4px solid var(--link); padding: 10px 14px; }
.tally { font-weight: 600; white-space: pre-wrap; }
table { font-size: 13.5px; font-variant-numeric: tabular-nums; }
table.many { font-size: 12.5px; }
th, td, th + th, th + td, td + td { padding: 5px 10px; overflow-wrap: break-word; }
th:first-child { padding-left: 0; }
.goes-on th:first-child { padding-left: 10px; }
th.figure, td.figure, .brief { white-space: nowrap; }
thead th.figure { white-space: normal; min-width: 64px; }
tbody th, tfoot th { font-weight: 400; min-width: 56px; }
tbody th + th { min-width: 180px; }
tfoot th, tfoot td { font-weight: 600; background: var(--calculated); border-top: 1px solid var(--ink); border-bottom: 0; }
tfoot tr:first-child th, tfoot tr:first-child td { border-top: 2px solid var(--ink); }
.many th, .many td { padding: 4px 7px; }
.many .group { border-left: 1px solid var(--ground); }
td.gap { background: var(--closed); color: var(--ink); }
td.fix, th.fix { color: var(--fix); background: var(--fix-ground); }
td.explain, th.explain { color: var(--explain); background: var(--explain-ground); }
.lists { width: auto; min-width: min(100%, 480px); }
.right { display: block; text-align: right; }
@media (max-width: 460px) {
  .chart .roomy { display: none; }
  .chart .slim { display: block; }
  .figures dd.large { font-size: 26px; }
}
@media print {
  @page {
    @top-left { content: ${left}; font: 8pt Arial, sans-serif; color: #${COLOURS.quiet}; }
    @top-right { content: ${right}; font: 8pt Arial, sans-serif; color: #${COLOURS.quiet}; }
  }
  @page :first { @top-left { content: none; } @top-right { content: none; } }
  @page broad { size: A4 landscape; }
  :root { ${LIGHT} }
  .part.broad { page: broad; }
  .part h3 { margin-top: 14pt; font-size: 11.5pt; }
  .part p { max-width: none; }
  .figures { grid-template-columns: repeat(3, 1fr); gap: 8pt 14pt; margin: 10pt 0 0; }
  .figures div { break-inside: avoid; padding: 4pt 0 2pt; }
  .figures dt, .figures dd { font-size: 8.5pt; }
  .figures dd.large { font-size: 18pt; }
  .charts { columns: 2; column-gap: 18pt; margin: 4pt 0 8pt; }
  .chart { margin-bottom: 12pt; padding-top: 6pt; }
  .charts.alone { max-width: 92mm; }
  .chart text { font-size: 10px; }
  .chart .value, .chart .tick { font-size: 9px; }
  .contents ul, .contents ol { columns: 3; }
  .chart figcaption { font-size: 10pt; margin-bottom: 6pt; }
  .chart .roomy, .chart details { display: none; }
  .chart .slim { display: block; }
  table { font-size: 8pt; }
  table.many { font-size: 7pt; }
  th, td, th + th, th + td, td + td { padding: 3pt 5pt; }
  .many th, .many td { padding: 2pt 3pt; }
  thead th.figure, tbody th { min-width: 0; }
  tbody th + th { min-width: 38mm; }
  .answer { padding: 4pt 8pt; }
}
`;
}
