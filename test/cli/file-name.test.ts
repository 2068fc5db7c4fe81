import { shortName, workbookName } from "../../src/cli/file-name";
import { makeRegister, type Organisation } from "../../src/register";
import { template } from "./imt";

const organisation = (code: string, name: string): Organisation => ({
  code,
  name,
  type: "Acute trust",
  sha: null,
  lhc: null,
  foundationTrust: null,
  email: null,
  telephone: null,
  contact: null,
  predecessors: null,
  lsp: null,
});

test("a workbook's name is code, name in short, role and year", () => {
  const { organisations } = makeRegister([organisation("X1A", "Larkhaven University Hospitals NHS Trust")]);
  expect(workbookName(organisations[0]!, template)).toBe(
    "X1A Larkhaven University Hospitals provider 2007-08.xlsx",
  );
});

test("a name of nothing but signs that Windows does not take leaves the rest", () => {
  expect(workbookName(organisation("X1A", "???"), template)).toBe("X1A provider 2007-08.xlsx");
});

describe("an organisation's name in a file name", () => {
  test.each([
    ["Fellside NHS Foundation Trust", "Fellside"],
    ["Fellside Hospitals nhs trust", "Fellside Hospitals"],
    ["Lowmoor Primary Care Trust", "Lowmoor PCT"],
    ["Lowmoor Teaching Primary Care Trust", "Lowmoor Teaching PCT"],
    ["Ash and Elm Care Trust", "Ash and Elm Care Trust"],
    ["NHS Trust", "NHS Trust"],
    ["NHS Trust Development Board", "NHS Trust Development Board"],
    ["St. Anne's & St. Mary's Hospitals", "St. Anne's & St. Mary's Hospitals"],
    ['A/B\\C: "D" <E>|F*?', "A B C D E F"],
    ["Trailing dots. . .", "Trailing dots"],
    ["  two   spaces\tand\nlines ", "two spaces and lines"],
    ["A".repeat(61), "A".repeat(60)],
    [`${"word ".repeat(12)}end`, "word word word word word word word word word word word word"],
    [`${"word ".repeat(11)}longer-word`, "word word word word word word word word word word word"],
    ["🏥".repeat(61), "🏥".repeat(60)],
  ])("%j → %j", (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
