/** The ISO day that a calendar on the wall shows: that of the person, and not of Greenwich. */
export function localDay(now: Pick<Date, "getFullYear" | "getMonth" | "getDate">): string {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
}
