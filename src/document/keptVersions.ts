const minute = 60_000;
const day = 24 * 60 * minute;
/** Up to which age, one per how long. */
const rules = [
  { upTo: day, every: 15 * minute },
  { upTo: 3 * day, every: 60 * minute },
  { upTo: 30 * day, every: day },
] as const;

/** ISO date and time as UTC milliseconds: only differences matter, and slots that hold whole numbers of one another. */
const time = (iso: string): number => Date.parse(`${iso.slice(0, 23)}Z`);

function slotOf(on: string, now: string): string | null {
  const age = time(now) - time(on);
  const rule = rules.find((r) => age <= r.upTo);
  return rule ? `${rule.every}:${Math.floor(time(on) / rule.every)}` : null;
}

/**
 * Which of these dates (ISO, date and time) to keep: the newest of each quarter of an hour for a day, of each hour for
 * three days, of each day for thirty. In their order; pruning again at the same time changes nothing.
 */
export function versionsToKeep(dates: readonly string[], now: string): readonly string[] {
  const newest = new Map<string, string>();
  for (const on of dates) {
    const slot = slotOf(on, now);
    const known = slot === null ? undefined : newest.get(slot);
    if (slot !== null && (known === undefined || on > known)) newest.set(slot, on);
  }
  const kept = new Set(newest.values());
  return dates.filter((on) => kept.has(on));
}

/** Whether a version at `now` would stand in a quarter of an hour that has none. */
export const isVersionDue = (last: string | null, now: string): boolean =>
  last === null || Math.floor(time(last) / rules[0].every) !== Math.floor(time(now) / rules[0].every);

/** The newest of the versions that fit together in so many bytes; the newest always stays. */
export function fittingVersions<V extends { readonly on: string; readonly size: number }>(
  versions: readonly V[],
  bytes: number,
): readonly V[] {
  let left = bytes;
  return [...versions]
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .filter((v, i) => {
      left -= v.size;
      return i === 0 || left >= 0;
    });
}
