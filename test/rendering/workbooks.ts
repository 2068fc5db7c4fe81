import { createHash } from "node:crypto";

import type { RawValue } from "../../src/cells";
import { layoutTemplate, type Filling, type Layout } from "../../src/layout";
import { readRegister, type Register } from "../../src/register";
import { findingsOf } from "../../src/return";
import { collect, layoutSummary, type ReturnedFile } from "../../src/summary";
import { writeWorkbook } from "../../src/xlsx/write";
import { ACUTE, spendEntries } from "../support/provider-return";
import { cellsIn, returnIn } from "../support/saved";
import { firstPart } from "../support/shipped";

/** A whole plan has too many pages to look each text up on; those of lists are alike. */
const year = firstPart();
const provider = year.templates.get("provider")!;

export const LONG_NAME =
  "The Royal Northern and Southern Counties Orthopaedic, Children's & Women's University Hospitals Community Services Trust";

export function blank(): Layout {
  return layoutTemplate(provider);
}

/** Something wrong of nearly every kind, in a return that is filled in. */
export function faulty(): Layout {
  const entries = spendEntries({ ...ACUTE, plan: { ...ACUTE.plan, revenue: 2_960, capital: 640 } });
  entries.set("cover.org_name", "Ashmere & Wend Valley Hospitals NHS Trust");
  entries.set("filing.status", "Final").set("filing.fd_name", "A. Person").set("filing.ce_name", "A. Person");
  entries.set("spend.staff[plan_revenue]", 1_850_000).set("spend.agency[plan_capital]", "12 k");
  entries.set("spend.hardware[plan_revenue]", -40).set("spend.software[plan_revenue]", 7.5);
  entries.delete("spend.telecoms[plan_revenue]");
  entries.set("spend.maintenance[plan_capital]", 12).set("spend.gross[forecast_revenue]", 4_000);
  entries.set("spend.recharges[plan_revenue]", 120).set("cover.org_type", "Hospital");
  entries.set("spend.other[plan_revenue]", 900).set("spend.staff[memo_revenue]", 2_000_000);
  entries.set("tariff.pbr[y2007]", 180_000).set("purposes.business[plan_revenue]", 1);
  entries.set("spend.services[note]", "The shared service of the four trusts moved to us in October.");
  entries.set(
    "explanations.yr02[reason]",
    "The new hospital opens in September; see the board's paper of May.",
  );
  return filled(entries, "X01 Ashmere & Wend Valley Hospitals NHS Trust");
}

/** The longest that has to fit everywhere: a name of 120 characters, seven digits in every amount, eight in totals. */
export function longest(): Layout {
  const entries = spendEntries(ACUTE);
  entries.set("cover.org_name", LONG_NAME).set("filing.prepared_by", LONG_NAME);
  entries.set("cover.org_type", "Mental health/LD/community trust").set("cover.sha_code", "Q32");
  for (const field of provider.fields.values()) {
    if (field.source.kind !== "entered") continue;
    if (field.type.kind === "count" && field.key.startsWith("context.")) entries.set(field.key, 99_999.9);
    if (field.type.kind === "date") entries.set(field.key, 39_172);
    if (field.type.kind !== "money") continue;
    // Staff apart, spend lines are a little lower, so that their totals keep to eight digits.
    const summed = /^(spend|purposes)\./.test(field.key) && field.line !== "staff";
    const amount = summed ? 5_000_000 : 9_999_999;
    entries.set(field.key, field.source.most === 0 ? -amount : amount);
  }
  return filled(entries, `X01 ${LONG_NAME}`);
}

const REGISTER = `code,name,type,sha,ft
Q30,North East Strategic Health Authority,Strategic Health Authority,,
X01,Example Hospital NHS Trust,Acute trust,Q30,no
X02,"${LONG_NAME}",Acute trust,Q30,no
X03,Third Acre Ambulance Service NHS Trust,Ambulance trust,Q30,no
X04,Lowmoor Primary Care Trust,PCT,Q30,no
X05,Fellside NHS Foundation Trust,Acute trust,Q30,yes
`;

function register(): Register {
  const result = readRegister(REGISTER);
  if (result.kind === "register") return result.register;
  throw new Error(JSON.stringify(result.problems));
}

/** The summary of three returns where five are expected: one right, one of the longest, one with much wrong. */
export async function summary(): Promise<Layout> {
  const known = register();
  const right = spendEntries(ACUTE);
  const files = await Promise.all([
    returned("X01 Example Hospital.xlsx", filled(right, null), known),
    returned(
      "X02 The longest of all file names that a return ever came with.xlsx",
      withCode(longest(), "X02"),
      known,
    ),
    returned("X03.xlsx", withCode(faulty(), "X03"), known),
  ]);
  const refused: ReturnedFile = {
    file: "X04 minutes of the meeting.xlsx",
    sha256: "0".repeat(64),
    modified: null,
    reading: {
      kind: "refused",
      code: "no_return",
      message: "This workbook is not a return made by this program.",
    },
  };
  const collection = collect([...files, refused], known, "Q30", year);
  return layoutSummary(collection, year.summary!).layout;
}

function filled(entries: ReadonlyMap<string, RawValue>, organisation: string | null): Layout {
  const filling: Filling = {
    entries,
    prefilled: new Set(["cover.org_code", "cover.org_name"]),
    organisation,
  };
  return layoutTemplate(provider, filling);
}

/** The same workbook under another organisation's code. */
function withCode(layout: Layout, code: string): Layout {
  const sheets = layout.sheets.map((sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].map(([address, cell]) => [
        address,
        cell.value === "X01" ? { ...cell, value: code } : cell,
      ]),
    ),
  }));
  return { ...layout, sheets };
}

/** A workbook as it comes back: written, read, found, checked. */
async function returned(file: string, layout: Layout, known: Register): Promise<ReturnedFile> {
  const bytes = await writeWorkbook(layout);
  const found = returnIn(cellsIn(bytes), year);
  const findings = findingsOf(found, { register: known, fileName: file, day: null });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, sha256, modified: null, reading: { kind: "return", found, findings } };
}
