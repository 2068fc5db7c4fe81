import type { RawValue } from "../../src/cells";
import { layoutTemplate, type Layout, type LayoutCell } from "../../src/layout";
import type { Template } from "../../src/template";
import { writeWorkbook } from "../../src/xlsx/write";
import { layoutCells } from "../support/layout-cells";
import { returnIn } from "../support/saved";
import { sentBy, type Extent } from "./sent";

interface Body {
  readonly code: string;
  readonly name: string;
}

/**
 * Writes the returns of many bodies: a template is drawn once, and each body's entries are put into its cells, as a program saves a
 * workbook that works nothing out. Drawing five hundred returns one by one would take several times as long.
 */
export function returnsDrawnOnce(extent: Extent): {
  readonly templates: ReadonlyMap<string, Template>;
  readonly write: (role: "provider" | "commissioner", body: Body) => Promise<Uint8Array>;
} {
  const { year } = extent;
  const drawn = new Map(
    [...year.templates].map(([role, template]) => {
      const layout = layoutTemplate(template);
      return [role, { layout, places: returnIn(layoutCells(layout), year).fields }];
    }),
  );
  return {
    templates: year.templates,
    write: (role, { code, name }) => {
      const { layout, places } = drawn.get(role)!;
      const entries = new Map<string, Map<string, RawValue>>();
      const values = [
        ["cover.org_code", code],
        ["cover.org_name", name],
        ...sentBy(extent, role, code),
      ] as const;
      for (const [key, value] of values) {
        const place = places.get(key)?.place;
        if (!place) throw new Error(`there is no ${key} in this return`);
        entries.set(
          place.sheet,
          (entries.get(place.sheet) ?? new Map<string, RawValue>()).set(place.cell, value),
        );
      }
      return writeWorkbook(withEntries(layout, entries), { results: "none" });
    },
  };
}

function withEntries(layout: Layout, entries: ReadonlyMap<string, ReadonlyMap<string, RawValue>>): Layout {
  const sheets = layout.sheets.map((sheet) => {
    const cells = new Map<string, LayoutCell>(sheet.cells);
    for (const [cell, value] of entries.get(sheet.name) ?? [])
      cells.set(cell, { ...cells.get(cell)!, value });
    return { ...sheet, cells };
  });
  return { ...layout, sheets };
}
