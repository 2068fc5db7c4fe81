import type { Answer, Field, ValueType } from "../../src/template";
import { template } from "./imt";

interface Bounds {
  readonly answer?: Answer;
  readonly least?: number | null;
  readonly most?: number | null;
}

/** An entered field of this type, within these bounds. */
export function fieldOf(type: ValueType, { answer = "due", least = null, most = null }: Bounds = {}): Field {
  const other = template.fields.get("context.turnover[plan]")!;
  return { ...other, type, source: { kind: "entered", answer, least, most, among: null, excludes: null } };
}
