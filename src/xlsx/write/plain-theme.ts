import { COLOURS, FONT } from "../../layout";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const WINDOW = [
  '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>',
  '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>',
].join("");

const colour = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
const thrice = (name: string, content: string) => `<a:${name}>${content.repeat(3)}</a:${name}>`;
const font = (name: string) =>
  `<a:${name}><a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;

/**
 * A theme of the workbook's own font and colours. No style takes anything of it, but programs that save a workbook anew expect one, and
 * the usual one is a hundredth of an empty workbook.
 */
export function plainTheme(): string {
  const accents = Array.from({ length: 6 }, (_, at) => colour(`accent${at + 1}`, COLOURS.blue));
  const colours = [
    WINDOW,
    colour("dk2", COLOURS.text),
    colour("lt2", COLOURS.head),
    ...accents,
    colour("hlink", COLOURS.blue),
    colour("folHlink", COLOURS.blue),
  ].join("");
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const formats = [
    thrice("fillStyleLst", fill),
    thrice("lnStyleLst", "<a:ln/>"),
    thrice("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>"),
    thrice("bgFillStyleLst", fill),
  ].join("");
  const elements = [
    `<a:clrScheme name="imt">${colours}</a:clrScheme>`,
    `<a:fontScheme name="imt">${font("majorFont")}${font("minorFont")}</a:fontScheme>`,
    `<a:fmtScheme name="imt">${formats}</a:fmtScheme>`,
  ].join("");
  return `${HEAD}<a:theme xmlns:a="${DRAWING}" name="imt"><a:themeElements>${elements}</a:themeElements></a:theme>`;
}
