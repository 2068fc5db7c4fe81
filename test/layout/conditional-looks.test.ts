import { SheetDraft, conditionalLooks } from "../../src/layout";

function sheet(mark: (draft: SheetDraft) => void) {
  const draft = new SheetDraft("Marked");
  const values = [
    ["✖ 1", 5, 9],
    ["▲ 2", -5, 9],
    ["✔", 0, 9],
  ] as const;
  values.forEach((inRow, row) =>
    inRow.forEach((value, column) => draft.set(row + 2, column + 1, { value, role: "text" })),
  );
  mark(draft);
  return draft.sheet({
    portrait: true,
    freeze: { rows: 0, columns: 0 },
    protected: false,
    titleRows: [1, 1],
    footer: "",
    filter: null,
  });
}

const looks = (mark: (draft: SheetDraft) => void) => Object.fromEntries(conditionalLooks(sheet(mark)));
const rows = { top: 2, bottom: 4 };

describe("the looks of conditional formats", () => {
  test("are worked out for each cell of the range, and the first that holds counts", () => {
    const found = looks((draft) => {
      draft.mark({ ...rows, left: 1, right: 1 }, 'LEFT(A2,1)="✖"', "fix");
      draft.mark({ ...rows, left: 1, right: 1 }, 'LEFT(A2,1)<>"✔"', "explain");
    });
    expect(found).toEqual({ A2: "fix", A3: "explain" });
  });

  test("keep what is fixed with a $ where it is", () => {
    const found = looks((draft) => {
      draft.mark({ ...rows, left: 1, right: 3 }, "$B2<0", "fix");
      draft.mark({ ...rows, left: 3, right: 3 }, "SUM(B$2:B2)=0", "note");
    });
    // 5 in C2; 5 − 5 in C3, which has its look already; 5 − 5 + 0 in C4.
    expect(found).toEqual({ A3: "fix", B3: "fix", C3: "fix", C4: "note" });
  });

  test("are none where another sheet is read", () => {
    expect(looks((draft) => draft.mark({ ...rows, left: 1, right: 1 }, "Other!A2=0", "fix"))).toEqual({});
  });
});
