import type { Rectangle } from "../../../src/cells";

/** How a sheet is printed; margins in points. */
export interface PageLayout {
  readonly orientation: "Portrait" | "Landscape";
  /** Excel's word, such as A4; null for the printer's own. */
  readonly paperSize: string | null;
  readonly scale: number | null;
  readonly pagesAcross: number | null;
  readonly pagesDown: number | null;
  readonly margins: Readonly<Record<MarginSide, number>>;
  readonly titleRows: readonly [first: number, last: number] | null;
  readonly titleColumns: readonly [first: number, last: number] | null;
  readonly printArea: readonly Rectangle[] | null;
  readonly centredAcross: boolean;
  readonly centredDown: boolean;
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly blackAndWhite: boolean;
  readonly draft: boolean;
  readonly order: "DownThenOver" | "OverThenDown";
  readonly comments: string;
  readonly errors: string;
  readonly firstPage: number | string;
  readonly headers: Readonly<Record<HeaderPart, string>>;
}

export type MarginSide = "left" | "right" | "top" | "bottom" | "header" | "footer";

export const HEADER_PARTS = [
  "leftHeader",
  "centerHeader",
  "rightHeader",
  "leftFooter",
  "centerFooter",
  "rightFooter",
] as const;
export type HeaderPart = (typeof HEADER_PARTS)[number];

/** Points of an inch. */
export const INCH = 72;

export const USUAL_PAGE: PageLayout = {
  orientation: "Portrait",
  paperSize: null,
  scale: 100,
  pagesAcross: null,
  pagesDown: null,
  margins: {
    left: 0.7 * INCH,
    right: 0.7 * INCH,
    top: 0.75 * INCH,
    bottom: 0.75 * INCH,
    header: 0.3 * INCH,
    footer: 0.3 * INCH,
  },
  titleRows: null,
  titleColumns: null,
  printArea: null,
  centredAcross: false,
  centredDown: false,
  gridlines: false,
  headings: false,
  blackAndWhite: false,
  draft: false,
  order: "DownThenOver",
  comments: "NoComments",
  errors: "AsDisplayed",
  firstPage: "",
  headers: {
    leftHeader: "",
    centerHeader: "",
    rightHeader: "",
    leftFooter: "",
    centerFooter: "",
    rightFooter: "",
  },
};
