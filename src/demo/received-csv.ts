import { isoDay } from "../cells";

import { csvText } from "./csv";

/** When each file came in, as the authority's post book has it. */
export function receivedCsv(files: readonly { readonly name: string; readonly arrived: number }[]): string {
  return csvText([["file", "received"], ...files.map(({ name, arrived }) => [name, isoDay(arrived) ?? ""])]);
}
