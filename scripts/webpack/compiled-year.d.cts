import type { YearHead } from "../../src/pane/shipped-years";
import type { CompiledYear } from "../../src/template";

export function compiledYear(
  templates: string,
  year: string,
): { readonly compiled: CompiledYear; readonly read: readonly string[] };

export function yearHead(
  templates: string,
  year: string,
): { readonly head: YearHead; readonly read: readonly string[] };
