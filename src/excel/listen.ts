import { asked, hasExcelApi } from "./asked";

/** What an event of Excel says has happened, and where. */
export type Heard =
  | { readonly kind: "edited"; readonly id: string; readonly address: string }
  /** Cells or sheets came, went, moved or got another name. */
  | { readonly kind: "moved" }
  | { readonly kind: "selected"; readonly id: string; readonly address: string }
  | { readonly kind: "activated"; readonly id: string };

export interface Listening {
  /** The id of the sheet that was in front when it began. */
  readonly active: string;
  end(): Promise<void>;
}

/** The events of a sheet's name, place and visibility came with this set. */
const WITH_NAMES = "1.17";

/** Hands on every event of the workbook's sheets that may mean that something else stands in them. */
export function listen(hear: (heard: Heard) => void): Promise<Listening> {
  const hears = <Args>(what: (args: Args) => Heard) => {
    return (args: Args) => {
      hear(what(args));
      return Promise.resolve();
    };
  };
  const moved = hears((): Heard => ({ kind: "moved" }));
  return asked(async (context) => {
    const { worksheets } = context.workbook;
    const handlers: Pick<OfficeExtension.EventHandlerResult<unknown>, "remove">[] = [
      worksheets.onChanged.add(
        hears(({ changeType, worksheetId, address }: Excel.WorksheetChangedEventArgs) =>
          changeType === "RangeEdited" ? { kind: "edited", id: worksheetId, address } : { kind: "moved" },
        ),
      ),
      worksheets.onSelectionChanged.add(
        hears(({ worksheetId, address }: Excel.WorksheetSelectionChangedEventArgs) => ({
          kind: "selected",
          id: worksheetId,
          address,
        })),
      ),
      worksheets.onActivated.add(
        hears(({ worksheetId }: Excel.WorksheetActivatedEventArgs) => ({
          kind: "activated",
          id: worksheetId,
        })),
      ),
      worksheets.onAdded.add(moved),
      worksheets.onDeleted.add(moved),
    ];
    if (hasExcelApi(WITH_NAMES))
      handlers.push(
        worksheets.onNameChanged.add(moved),
        worksheets.onMoved.add(moved),
        worksheets.onVisibilityChanged.add(moved),
      );
    const active = worksheets.getActiveWorksheet().load("id");
    await context.sync();
    return {
      active: active.id,
      end: () =>
        // Handlers can only be taken off in the context in which they were put on.
        Excel.run(context, async () => {
          for (const handler of handlers) handler.remove();
          await context.sync();
        }),
    };
  });
}
