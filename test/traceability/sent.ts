import type { RawValue } from "../../src/cells";
import type { Register } from "../../src/register";
import { findingsOf } from "../../src/return";
import type { ReturnFile } from "../../src/summary";
import type { PlanningYear } from "../../src/template";
import { enteredReturn } from "../support/entered-return";
import type { Role } from "./unmet";

type Changes = Readonly<Record<string, RawValue>>;

/** Returns of a planning year as files that came in: entries with these changes, and without these blocks. */
export function senderOf(year: PlanningYear, register: Register) {
  return (
    role: Role,
    code: string,
    entries: ReadonlyMap<string, RawValue>,
    changes: Changes = {},
    without: readonly string[] = [],
  ): ReturnFile => {
    const all = new Map(
      [...new Map([...entries, ...Object.entries(changes)])].filter(
        ([key, value]) => value !== null && !without.includes(key.split(".")[0]!),
      ),
    );
    const file = `${code} ${role}.xlsx`;
    const found = enteredReturn(year.templates.get(role)!, all);
    const findings = findingsOf(found, { register: register, fileName: file, day: null });
    return {
      file,
      sha256: `digest of ${file}`,
      modified: null,
      reading: { kind: "return", found, findings },
    };
  };
}
