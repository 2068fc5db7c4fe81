const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
/** Days that the calendar of 1904 begins after that of 1900. */
export const DAYS_BETWEEN_EPOCHS = 1462;

/** The ISO day ("2007-03-31") of a serial number as Excel counts days since 1900; undefined outside Excel's own range. */
export function isoDay(serial: number, date1904 = false): string | undefined {
  const days = Math.floor(serial) + (date1904 ? DAYS_BETWEEN_EPOCHS : 0);
  if (!(days >= 61 && days <= 2_958_465)) return undefined;
  return new Date(EPOCH_1900 + days * DAY).toISOString().slice(0, 10);
}

/** The serial number of an ISO day; undefined where the text is no such day. */
export function serialOfDay(iso: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return undefined;
  return (time - EPOCH_1900) / DAY;
}
