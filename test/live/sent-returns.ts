import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import type { Register } from "../../src/register";
import type { Template } from "../../src/template";
import { writeWorkbook } from "../../src/xlsx/write";
import { demoOfYear } from "../demo/collected-demo";
import { drawnDemo } from "../demo/drawn-demo";
import { registerOf } from "../demo/read-back";
import { YEAR } from "../demo/shipped-demo";
import { writtenReturn } from "../support/honest";
import { planningYear } from "../support/shipped";

/** A file as somebody sends it, and what it is held against. */
export interface SentReturn {
  readonly fileName: string;
  readonly register: Register | null;
  readonly bytes: () => Promise<Uint8Array>;
}

/** Returns in which nothing is wrong, of all years and roles. */
export const HONEST: readonly SentReturn[] = (
  [
    ["honest-provider", "2007-08", "provider"],
    ["honest-commissioner", "2007-08", "commissioner"],
    ["honest-provider-2005", "2005-06", "provider"],
    ["honest-commissioner-2005", "2005-06", "commissioner"],
    ["honest-provider-2008", "2008-09", "provider"],
    ["honest-commissioner-2008", "2008-09", "commissioner"],
  ] as const
).map(([name, year, role]) => filledIn(name, year, role, (template) => writtenReturn(name, template)));

/** The workbooks that came back in a year's demo; of those of the usual year, which are drawn for other tests already, the files that lie there. */
export function sentInDemo(id: string): readonly SentReturn[] {
  const { demo } = demoOfYear(id);
  const register = registerOf(demo);
  return demo.returns.flatMap(({ name, content }) => {
    // Excel does not open what is none, so no pane stands beside it.
    if (content.kind === "text") return [];
    const bytes = async () =>
      id === YEAR.id
        ? new Uint8Array(readFileSync(join(await drawnDemo(), name)))
        : writeWorkbook(content.layout());
    return [{ fileName: name.split("/").at(-1) ?? "", register, bytes }];
  });
}

function filledIn(
  name: string,
  year: string,
  role: string,
  entriesOf: (template: Template) => ReadonlyMap<string, RawValue>,
): SentReturn {
  return {
    fileName: `${name}.xlsx`,
    register: null,
    bytes: () => {
      const template = planningYear(year).templates.get(role)!;
      const filling = { entries: entriesOf(template), prefilled: new Set<string>(), organisation: null };
      return writeWorkbook(layoutTemplate(template, filling));
    },
  };
}
