import { areaOf } from "../model/area";
import { text, textOr } from "../protocol/arguments";
import { accessDenied, itemNotFound } from "../protocol/errors";
import { hostObject, type Argument, type HostObject, type Kind } from "../protocol/host-object";
import { APPLICATION_KIND, RUNTIME_KIND } from "./application";
import { Cells, type Host } from "./cells";
import { PROPERTIES_KIND } from "./document-properties";
import { FUNCTIONS_KIND } from "./functions";
import { NAMES_KIND } from "./names";
import { RANGE_AREAS_KIND } from "./range-areas";
import { RANGE_KIND } from "./range";
import { SETTINGS_KIND } from "./settings";
import { WORKSHEETS_KIND } from "./worksheets";

function ofEvent(host: Host, id: Argument): HostObject {
  const cells = host.ofEvents.get(text(id));
  if (!cells) throw itemNotFound("The cells of that event are no longer known.");
  // A range of its own for each who asks, so that one may be let go while another is kept.
  return hostObject(RANGE_KIND, cells.with(...cells.areas));
}

const PROTECTION: Kind<Host> = {
  type: "WorkbookProtection",
  properties: { Protected: { get: ({ book }) => book.isStructureProtected } },
  methods: {
    Protect: ({ book }, password) => {
      if (book.isStructureProtected) throw accessDenied("The workbook is protected already.");
      book.structurePassword = textOr(password, "");
      book.isStructureProtected = true;
      book.touch();
    },
    Unprotect: ({ book }, password) => {
      if (book.structurePassword !== textOr(password, "")) throw accessDenied("That is not the password.");
      book.isStructureProtected = false;
      book.structurePassword = "";
      book.touch();
    },
  },
};

export const WORKBOOK_KIND: Kind<Host> = {
  type: "Workbook",
  properties: {
    Name: { get: ({ book }) => book.name },
    ReadOnly: { get: ({ book }) => book.isReadOnly },
    IsDirty: { get: ({ book }) => book.revision > 0 },
    AutoSave: { get: ({ isWeb }) => isWeb },
    PreviouslySaved: { get: () => true },
  },
  objects: {
    Worksheets: (host) => hostObject(WORKSHEETS_KIND, host),
    Names: (host) => hostObject(NAMES_KIND, { host, sheet: null }),
    Settings: (host) => hostObject(SETTINGS_KIND, { host, values: host.book.settings }),
    Properties: (host) => hostObject(PROPERTIES_KIND, host),
    Application: (host) => hostObject(APPLICATION_KIND, host),
    Functions: (host) => hostObject(FUNCTIONS_KIND, host),
    Protection: (host) => hostObject(PROTECTION, host),
    _Runtime: (host) => hostObject(RUNTIME_KIND, host),
  },
  methods: {
    GetSelectedRange: (host) =>
      hostObject(RANGE_KIND, new Cells(host, host.book.active, [host.book.active.selection])),
    GetSelectedRanges: (host) =>
      hostObject(RANGE_AREAS_KIND, new Cells(host, host.book.active, [host.book.active.selection])),
    GetActiveCell: (host) => {
      const { top, left } = host.book.active.selection;
      return hostObject(RANGE_KIND, new Cells(host, host.book.active, [areaOf(top, left)]));
    },
    _GetRangeForEventByReferenceId: ofEvent,
    _GetRangeOrNullObjectForEventByReferenceId: (host, id) =>
      host.ofEvents.has(text(id)) ? ofEvent(host, id) : null,
  },
};
