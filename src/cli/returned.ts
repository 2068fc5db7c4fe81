import { basename } from "node:path";

import type { Register } from "../register";
import { findReturn, findingsOf } from "../return";
import type { ReturnedFile } from "../summary";
import type { PlanningYear } from "../template";
import { readWorkbook } from "../xlsx/read";

import { digestOf, readBytes, type GivenFile } from "./files";

/** Reads one returned file, and works out what there is to say about it on an ISO day. What can't be read is told, never skipped. */
export function readReturned(
  file: GivenFile,
  years: ReadonlyMap<string, PlanningYear>,
  register: Register | null,
  day: string,
): ReturnedFile {
  const bytes = readBytes(file.path);
  const start = { file: file.name, sha256: digestOf(bytes) };
  const read = readWorkbook(bytes);
  if (read.kind === "refused") {
    return {
      ...start,
      modified: null,
      reading: { kind: "refused", code: read.refusal.kind, message: read.refusal.message },
    };
  }
  const { modified, madeBy = null } = read.workbook;
  const result = findReturn(read.workbook, years);
  if (result.kind === "refused") {
    return {
      ...start,
      modified,
      madeBy,
      reading: { kind: "refused", code: result.code, message: result.message },
    };
  }
  const { found } = result;
  const findings = findingsOf(found, { register, fileName: basename(file.path), day });
  return { ...start, modified, madeBy, reading: { kind: "return", found, findings } };
}
