import { simulatedExcel, type SimulatedExcel } from "../host";
import { cellsIn } from "../support/saved";
import { saysTheSame } from "./pane-and-check";
import { HONEST, sentInDemo, type SentReturn } from "./sent-returns";

const DAY = "2007-05-01";

/** The worked examples are held so where they are looked at, as LibreOffice saved them. */
describe("the same workbook says the same in the pane and by imt check", () => {
  let excel: SimulatedExcel;
  beforeAll(async () => {
    excel = await simulatedExcel({ platform: "OfficeOnline" });
  });

  async function isTheSame({ fileName, register, bytes }: SentReturn): Promise<void> {
    await saysTheSame(excel, cellsIn(await bytes()), { register, fileName, day: DAY });
  }

  test.each(HONEST)("$fileName", isTheSame);

  describe.each([
    ["2005-06", 11],
    ["2007-08", 35],
    ["2008-09", 12],
  ])("as it came back in the demo of %s", (id, many) => {
    const sent = sentInDemo(id);

    test(`there are ${many} workbooks`, () => {
      expect(sent).toHaveLength(many);
    });

    test.each(sent)("$fileName", isTheSame);
  });
});
