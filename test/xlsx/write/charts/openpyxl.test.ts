import { made } from "../../../support/made";
import { openpyxl, python } from "../../../support/openpyxl";
import { saved } from "../../../support/saved";
import { describeWith } from "../../../support/skipping";
import { FIGURES, KINDS, charted } from "./layouts";

const SCRIPT = `
import json, sys, openpyxl
book = openpyxl.load_workbook(json.load(sys.stdin))
out = []
for s in book:
    for c in s._charts:
        out.append({
            "sheet": s.title, "kind": c.tagname, "bars": getattr(c, "barDir", None), "grouping": c.grouping,
            "title": c.title.tx.strRef.f,
            "names": [x.tx.strRef.f for x in c.series], "figures": [x.val.numRef.f for x in c.series],
            "categories": [x.cat.strRef.f for x in c.series],
            "from": [c.anchor._from.col, c.anchor._from.row], "to": [c.anchor.to.col, c.anchor.to.row],
            "rules": len(s.conditional_formatting), "validations": s.data_validations.count,
        })
print(json.dumps(out))
`;

describeWith(openpyxl, "what openpyxl reads of charts", () => {
  test("is each chart with its cells and its place, beside rules and validations", async () => {
    const seen = await python(SCRIPT, await saved(charted(), made("xlsx-charts-openpyxl"), "charts"));
    const at = (cells: string) => `'${FIGURES.replaceAll("'", "''")}'!${cells}`;
    const looks = {
      bars: ["barChart", "bar", "clustered"],
      columns: ["barChart", "col", "clustered"],
      stacked_bars: ["barChart", "bar", "stacked"],
      stacked_columns: ["barChart", "col", "stacked"],
      lines: ["lineChart", null, "standard"],
    } as const;
    expect(seen).toEqual(
      KINDS.map((sheet) => ({
        sheet,
        kind: looks[sheet][0],
        bars: looks[sheet][1],
        grouping: looks[sheet][2],
        title: at("$A$1"),
        names: [at("$B$2"), at("$C$2")],
        figures: [at("$B$3:$B$6"), at("$C$3:$C$6")],
        categories: [at("$A$3:$A$6"), at("$A$3:$A$6")],
        // Counted from 0; the end is the corner behind the last cell.
        from: [1, 2],
        to: [8, 16],
        rules: 1,
        validations: 1,
      })),
    );
  });
});
