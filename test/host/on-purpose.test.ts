/// <reference types="office-js" />
import { simulatedExcel, type SimulatedExcel } from ".";

let excel: SimulatedExcel;
beforeEach(async () => {
  excel = await simulatedExcel({ sheets: ["Spend"] });
});

const write = (value: number) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Spend");
    sheet.getRange("A1").values = [[value]];
    sheet.getRange("A2").values = [[value]];
    await context.sync();
  });

test("a request that is still to come can be refused, as a whole or behind some of its actions", async () => {
  excel.refuses({ code: "HostIsBusy", after: 1 });
  await write(1);
  await expect(write(2)).rejects.toMatchObject({ code: "HostIsBusy" });
  await write(3);
  expect(excel.values("Spend!A1:A2")).toEqual([[3], [3]]);
  excel.refuses({ code: "GeneralException", actions: 7 });
  await expect(write(4)).rejects.toMatchObject({ code: "GeneralException" });
  expect(excel.values("Spend!A1:A2")).toEqual([[4], [3]]);
});

test("an event can arrive before the answer to a request that found the state before it", async () => {
  const seen: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(({ address }) => {
      seen.push(address);
      return Promise.resolve();
    });
    await context.sync();
  });
  excel.meanwhile(() => void excel.user.types("Spend!B4", 12));
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Spend").getRange("B4").load("values");
    await context.sync();
    seen.push(range.values);
  });
  expect(seen).toEqual(["B4", [[""]]]);
});

test("requests can be held, and are answered in their order when they are let go", async () => {
  excel.holds(1);
  await write(1);
  const [two, three] = [write(2), write(3)];
  await excel.settled();
  expect([excel.held, excel.values("Spend!A1:A2")]).toEqual([2, [[1], [1]]]);
  excel.letsGo();
  await Promise.all([two, three]);
  await write(4);
  expect(excel.requests.count).toBe(4);
  expect([excel.held, excel.values("Spend!A1:A2")]).toEqual([0, [[4], [4]]]);
});

test("the number of a day is that of the workbook's calendar; charts and shapes are counted", async () => {
  excel.sheet("Spend").charts = 2;
  const asked = () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Spend");
      const day = context.workbook.functions.date(1904, 1, 2).load("value");
      const [charts, shapes] = [sheet.charts.load("count"), sheet.shapes.getCount()];
      await context.sync();
      return [day.value, charts.count, shapes.value];
    });
  expect(await asked()).toEqual([1463, 2, 0]);
  excel.workbook.date1904 = true;
  expect(await asked()).toEqual([1, 2, 0]);
});
