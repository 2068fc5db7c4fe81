import { layoutSummary, readQuarter, type Contracted } from "../../../src/summary";
import { collected, recorded, sent, summary, type Work } from "./works";

const WORKS: Readonly<Record<string, readonly Work[]>> = {
  W01: [
    ["Records one", "Records", "Contractor", "BT", "Yes", "N-1", "2002-06-30"],
    ["Images one", "Images", "Contractor", "CSC", "Yes", "N-2", "2002-07-01"],
    ["Boiler one", "Boiler", "Own", "Heat", "Yes", null, "2002-09-01"],
  ],
  W02: [
    ["Records two", "Records", "Contractor", "BT", "Yes", "N-3", "2002-04-01"],
    ["Images two", "Images", "Contractor", "CSC", "No", null, null],
    ["Records later", "Records", "Own", "BT", "Yes", null, "2004-04-01", "Some day"],
  ],
};
export const EXTRACT = [
  recorded("W01", "Records", "BT", "N-1", "2002-05-30"),
  recorded("W01", "Images", "CSC", "N-2", "2002-05-30"),
  recorded("W01", "Boiler", "Heat", "N-4", "2002-09-01"),
  recorded("W01", "Records", "BT", "N-5", "2002-09-01"),
  recorded("W04", "Records", "BT", "N-6", "2002-09-01"),
  recorded("Q77", "Records", "BT", "N-7", "2002-09-01"),
];
const CONTRACTS: readonly Contracted[] = [
  { lsp: "BT", product: "Records", quarter: readQuarter("2002/03 Q1")!, contracted: 3 },
  { lsp: "CSC", product: "Images", quarter: readQuarter("2002/03 Q1")!, contracted: 2 },
  { lsp: "CSC", product: "Boiler", quarter: readQuarter("2002/03 Q3")!, contracted: 0 },
];

export const collection = collected(Object.entries(WORKS).map(([code, works]) => sent(code, works)));
export const { layout } = layoutSummary(collection, summary, {
  given: { commitments: EXTRACT, contracts: CONTRACTS },
});
