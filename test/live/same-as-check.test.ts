import { readWorkbook } from "../../src/xlsx/read";
import { simulatedExcel, type SimulatedExcel } from "../host";
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
    const read = readWorkbook(await bytes());
    // Excel opens no such file either, so no pane stands beside it.
    if (read.kind === "read") await saysTheSame(excel, read.workbook, { register, fileName, day: DAY });
  }

  test.each(HONEST)("$fileName", isTheSame);

  describe.each(["2005-06", "2007-08", "2008-09"])("as it came back in the demo of %s", (id) => {
    const sent = sentInDemo(id);

    test("there are as many as the demo says, in every state that returns come back in", () => {
      expect(sent.length).toBeGreaterThan(id === "2007-08" ? 30 : 10);
    });

    test.each(sent)("$fileName", isTheSame);
  });
});
