/** A footer as a file has it in one text, "&Lleft&Ccentre&Rright", in the three that Excel's API takes. */
export interface FooterParts {
  readonly left: string;
  readonly centre: string;
  readonly right: string;
}

export function footerParts(footer: string): FooterParts {
  const parts = { L: "", C: "", R: "" };
  // What stands before the first mark belongs to the middle, as in Excel.
  let side: keyof typeof parts = "C";
  for (const [piece] of footer.matchAll(/&&|&[LCR]|&|[^&]+/g)) {
    if (piece === "&L" || piece === "&C" || piece === "&R")
      side = piece === "&L" ? "L" : piece === "&C" ? "C" : "R";
    else parts[side] += piece;
  }
  return { left: parts.L, centre: parts.C, right: parts.R };
}
