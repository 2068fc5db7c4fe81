/** What people may do on a protected sheet besides filling in unlocked cells. */
export const PROTECTION_OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;

export type ProtectionOption = (typeof PROTECTION_OPTIONS)[number];

export interface Protection {
  readonly options: ReadonlySet<ProtectionOption>;
  readonly selectionMode: "Normal" | "Unlocked" | "None";
  /** Empty for none. */
  readonly password: string;
}
