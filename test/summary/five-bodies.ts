import { collect, layoutSummary } from "../../src/summary";
import { ACUTE } from "../support/provider-return";
import { FAR, REGISTER, SMALL, refused, sent, sentBlank, summary, year } from "./returns";

/** Two returns with figures, one refused, one blank, one of a foundation trust missing, one of a stranger. */
export const collection = collect(
  [
    sent("X01", "X01.xlsx", {
      "filing.status": "Final",
      "filing.fd_name": "A",
      "filing.fd_date": 39_172,
      "filing.ce_name": "B",
      "filing.ce_date": 39_172,
    }),
    sent("X02", "X02 draft.xlsx", { "spend.staff[note]": null }, { figures: SMALL }),
    sent("X02", "X02 older.xlsx", { "filing.submission": null }, { figures: ACUTE }),
    refused("X03.xlsx"),
    sentBlank("X05", "X05.xlsx"),
    sent("Z01", "Z01.xlsx", {}, { figures: FAR }),
    refused("letter.xlsx"),
  ],
  REGISTER,
  "Q30",
  year,
);
export const { layout, facts } = layoutSummary(collection, summary);
export const NET = "Net spend, line 220 (£000)";

/** What the two returns sent: revenue and capital of each year, recharges taken off. */
export const OF = {
  X01: { forecast: 2_960 + 610, plan: 3_180 + 700 },
  X02: { forecast: 1_390 + 250 - 50, plan: 1_570 + 270 - 180 },
};
