import { drawing } from "./random";
import type { Script } from "./script";
import type { Sent } from "./sent";

/** How long before its last return an organisation sent an earlier one, where nothing else is said: two weeks. */
const EARLIER = 14;

/** The day on which a file came in: the one that is said, or a working day that is drawn for the organisation. */
export function arrivalOf(
  { organisation, template: { role }, sending, called }: Sent,
  { seed, roles }: Script,
): number {
  if (sending.arrived !== null) return sending.arrived;
  const [first, last] = roles.get(role)?.arrives ?? [0, 0];
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(isWorkingDay);
  const draw = drawing(seed, `${organisation.organisation.code} ${role} arrives`);
  const day = days[Math.floor(draw() * days.length)] ?? last;
  return called === null ? day : day - EARLIER;
}

/** Serial numbers of days count on from a Saturday. */
function isWorkingDay(serial: number): boolean {
  return serial % 7 > 1;
}
