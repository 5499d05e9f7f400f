/**
 * Names that tell files apart: a second « lieux.csv » becomes « lieux (2).csv ». Records, choices and removal all know a
 * file by its name.
 */
export function tellApart(names: readonly string[], taken: readonly string[]): string[] {
  const known = new Set(taken);
  return names.map((name) => {
    const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
    let told = name;
    for (let n = 2; known.has(told); n += 1) told = `${name.slice(0, dot)} (${n})${name.slice(dot)}`;
    known.add(told);
    return told;
  });
}
