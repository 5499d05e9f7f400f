/** npm run bench -- NAME: measures in one run as ratios against a peer or a floor; figures go to the README. */
const benches: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  start: () => import('./bench/start'),
  import: () => import('./bench/import'),
  coverage: () => import('./bench/coverage'),
  edit: () => import('./bench/edit'),
  network: () => import('./bench/network'),
  report: () => import('./bench/report'),
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  console.error(`Indiquez une mesure : ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
await (await bench()).run();
process.exit(0);

export {};
