import { basename } from "node:path";

import packageFile from "../../package.json";
import type { MadeOf } from "../summary";

import { digestOf, readBytes } from "./files";

/** Options that name a file beside the returns, with what it is given as. The last summary is none: one made of its own result keeps its bytes. */
const GIVEN_AS = {
  register: "register of organisations",
  received: "when files came in",
  commitments: "extract of the National Programme Office database",
  lsp: "what local service providers are contracted for",
} as const;

/** The program and the files beside the returns that a summary is made of. */
export function madeOf(options: Readonly<Record<keyof typeof GIVEN_AS, string | undefined>>): MadeOf {
  const others = Object.entries(GIVEN_AS).flatMap(([option, as]) => {
    const path = options[option as keyof typeof GIVEN_AS];
    return path === undefined ? [] : [{ file: basename(path), sha256: digestOf(readBytes(path)), as }];
  });
  return { tool: `imt ${packageFile.version}`, others };
}
