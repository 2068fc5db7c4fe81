/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";

let excel: SimulatedExcel;
let seen: unknown[];
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Spend", "Checks"] });
  seen = [];
});

const note = (...parts: unknown[]) => {
  seen.push(parts.length === 1 ? parts[0] : parts);
  return Promise.resolve();
};
const nameOf = (id: string) => excel.workbook.sheets.find((sheet) => sheet.id === id)?.name;

/** Registers handlers as an add-in does when it starts. */
async function listen(to: (sheets: Excel.WorksheetCollection) => void): Promise<void> {
  await Excel.run(async (context) => {
    to(context.workbook.worksheets);
    await context.sync();
  });
  await excel.settled();
}

describe("the event of a change", () => {
  beforeEach(() =>
    listen((sheets) =>
      sheets.onChanged.add((args) =>
        note(
          nameOf(args.worksheetId),
          args.address,
          args.changeType,
          args.source,
          args.triggerSource,
          args.details,
        ),
      ),
    ),
  );

  test("tells place and detail of what a user types", async () => {
    await excel.user.types("Spend!B4", 12);
    await excel.user.types("Spend!B4", "");
    expect(seen).toEqual([
      [
        "Spend",
        "B4",
        "RangeEdited",
        "Local",
        "Unknown",
        { valueBefore: "", valueAfter: 12, valueTypeBefore: "Empty", valueTypeAfter: "Double" },
      ],
      [
        "Spend",
        "B4",
        "RangeEdited",
        "Local",
        "Unknown",
        { valueBefore: 12, valueAfter: "", valueTypeBefore: "Double", valueTypeAfter: "Empty" },
      ],
    ]);
  });

  test("has no detail where several cells are pasted or emptied", async () => {
    await excel.user.pastes("Checks!A1", [
      [1, 2],
      [3, 4],
    ]);
    await excel.user.clears("Checks!A1:B2");
    expect(seen).toEqual([
      ["Checks", "A1:B2", "RangeEdited", "Local", "Unknown", undefined],
      ["Checks", "A1:B2", "RangeEdited", "Local", "Unknown", undefined],
    ]);
  });

  test("says that it is remote where somebody else has edited", async () => {
    await excel.another.types("Spend!A1", "x");
    expect(seen).toEqual([["Spend", "A1", "RangeEdited", "Remote", "Unknown", expect.anything()]]);
  });

  test("says that the add-in itself has written", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Spend").getRange("A1:B1").values = [[1, 2]];
      await context.sync();
    });
    await excel.settled();
    expect(seen).toEqual([["Spend", "A1:B1", "RangeEdited", "Local", "ThisLocalAddin", undefined]]);
  });

  test("names rows that were put in or taken out, and which way cells moved", async () => {
    await excel.user.insertsRows("Spend", 5, 2);
    await excel.user.deletesRows("Spend", 3);
    await excel.user.shifts("Spend!B2:C2", "right");
    expect(seen.map((one) => (one as unknown[]).slice(1, 3))).toEqual([
      ["5:6", "RowInserted"],
      ["3:3", "RowDeleted"],
      ["B2:C2", "CellInserted"],
    ]);
  });

  test("comes for what is undone, like any other edit", async () => {
    await excel.user.types("Spend!B4", 12);
    seen = [];
    expect(await excel.user.undoes()).toBe(true);
    expect(seen).toEqual([
      [
        "Spend",
        "B4",
        "RangeEdited",
        "Local",
        "Unknown",
        expect.objectContaining({ valueBefore: 12, valueAfter: "" }),
      ],
    ]);
  });

  test("does not come where Excel on the web is silent about a choice", async () => {
    await excel.user.picks("Spend!B4", "Yes", { unseen: true });
    expect(excel.cell("Spend!B4").value).toBe("Yes");
    expect(seen).toEqual([]);
  });

  test("does not come while events are turned off", async () => {
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    await excel.user.types("Spend!B4", 12);
    expect(seen).toEqual([]);
  });
});

test("an event arrives after the answer to the request that caused it", async () => {
  await listen((sheets) => sheets.onChanged.add(({ address }) => note("event", address)));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Spend").getRange("A1").values = [[1]];
    await context.sync();
    void note("answer");
    await context.sync();
  });
  await excel.settled();
  expect(seen).toEqual(["answer", ["event", "A1"]]);
});

test("an event gives its cells, wherever they have moved since", async () => {
  let latest: Excel.WorksheetChangedEventArgs | undefined;
  await listen((sheets) =>
    sheets.onChanged.add((args) => {
      if (args.changeType === "RangeEdited") latest = args;
      return Promise.resolve();
    }),
  );
  await excel.user.types("Spend!B4", 12);
  await excel.user.insertsRows("Spend", 1);
  await Excel.run(async (context) => {
    const range = latest!.getRange(context).load("address,values");
    await context.sync();
    expect([range.address, range.values]).toEqual(["Spend!B5", [[12]]]);
  });
});

test("a user's edit waits for the add-in's answer: the handler's read is one request", async () => {
  await listen((sheets) =>
    sheets.onChanged.add(({ worksheetId }) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(worksheetId).getRange("A1:C3").load("values");
        await context.sync();
        await note(range.values[0]);
      }),
    ),
  );
  excel.requests.forget();
  await excel.user.types("Spend!A1", 7);
  expect(seen).toEqual([[7, "", ""]]);
  expect(excel.requests.list).toEqual([expect.objectContaining({ reads: 1, writes: 0, changed: false })]);
});

test("selecting, going to another sheet, and sheets that come and go have events of their own", async () => {
  await listen((sheets) => {
    sheets.onSelectionChanged.add(({ address, worksheetId }) =>
      note("selected", nameOf(worksheetId), address),
    );
    sheets.onActivated.add(({ worksheetId }) => note("activated", nameOf(worksheetId)));
    sheets.onDeactivated.add(({ worksheetId }) => note("left", nameOf(worksheetId)));
    sheets.onAdded.add(({ worksheetId, source }) => note("added", nameOf(worksheetId), source));
    sheets.onDeleted.add(({ source }) => note("deleted", source));
  });
  await excel.user.selects("Spend!B2:C3");
  await excel.user.selects("Checks!A1");
  await excel.user.addsSheet("More");
  await excel.another.deletesSheet("More");
  expect(seen).toEqual([
    ["selected", "Spend", "B2:C3"],
    ["left", "Spend"],
    ["activated", "Checks"],
    ["selected", "Checks", "A1"],
    ["added", "More", "Local"],
    ["deleted", "Remote"],
  ]);
});

test("sheets on which results changed, formats, protection and hidden rows have events", async () => {
  await listen((sheets) => {
    sheets.onCalculated.add(({ worksheetId }) => note("calculated", nameOf(worksheetId)));
    sheets.onFormatChanged.add(({ address }) => note("format", address));
    sheets.onProtectionChanged.add(({ isProtected }) => note("protected", isProtected));
    sheets.onRowHiddenChanged.add(({ address, changeType }) => note(changeType, address));
  });
  await Excel.run(async (context) => {
    const [spend, checks] = [
      context.workbook.worksheets.getItem("Spend"),
      context.workbook.worksheets.getItem("Checks"),
    ];
    checks.getRange("A1").formulas = [["=Spend!A1*2"]];
    checks.getRange("B2").format.font.bold = true;
    spend.protection.protect();
    await context.sync();
  });
  await excel.settled();
  expect(seen).toEqual([
    ["calculated", "Checks"],
    ["format", "B2"],
    ["protected", true],
  ]);
  seen = [];
  // Nobody has looked at the result yet, but Excel works it out at once.
  excel.cell("Checks!A1");
  await excel.user.unprotects("Spend");
  await excel.user.types("Spend!A1", 4);
  await excel.user.hidesRows("Spend", 3, 2);
  expect(seen).toEqual([
    ["protected", false],
    ["calculated", "Checks"],
    ["Hidden", "3:4"],
  ]);
});

test("names of sheets have an event where that set is claimed, and are refused where it is not", async () => {
  const register = () =>
    listen((sheets) => sheets.onNameChanged.add(({ nameBefore, nameAfter }) => note(nameBefore, nameAfter)));
  await expect(register()).rejects.toMatchObject({ code: "ApiNotFound" });
  excel = await simulatedExcel({ sheets: ["Spend"], sets: { ExcelApiOnline: "1.1" } });
  await register();
  await excel.user.renamesSheet("Spend", "Money");
  expect(seen).toEqual([["Spend", "Money"]]);
});

test("a handler of one sheet hears of that sheet alone, until it is removed", async () => {
  let registered: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | undefined;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Spend").load("id");
    await context.sync();
    registered = sheet.onChanged.add(({ address }) => note(address));
    await context.sync();
  });
  expect([excel.listeners("DataChanged", "Spend"), excel.listeners("DataChanged")]).toEqual([1, 0]);
  await excel.user.types("Spend!A1", 1);
  await excel.user.types("Checks!A2", 1);
  await Excel.run(registered!.context, async (context) => {
    registered!.remove();
    await context.sync();
  });
  await excel.user.types("Spend!A3", 1);
  expect(seen).toEqual(["A1"]);
  expect(excel.listeners("DataChanged", "Spend")).toBe(0);
});
