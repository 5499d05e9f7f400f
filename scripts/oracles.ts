/** npm run -s oracles -- DIR: reproduces published results with the code of src/analysis; see the README. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAccess } from './oracles/access';
import type { Check } from './oracles/compare';
import { checkGaps } from './oracles/gaps';
import { checkGraphs } from './oracles/graphs';
import { checkInequality } from './oracles/inequality';
import { checkLinkage } from './oracles/linkage';

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  console.error('Indiquez le dossier des résultats publiés : npm run -s oracles -- DOSSIER');
  process.exit(2);
}

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const notYet = (reason: string) => (): Check[] => [
  { case: '–', measure: '–', error: null, tolerance: '–', verdict: 'à venir', reason },
];

/** One reader per shape of file, tried in order on its content. */
const readers: readonly {
  readonly isFor: (content: Record<string, unknown>) => boolean;
  readonly check: (content: never) => Check[];
}[] = [
  { isFor: (c) => 'graphs' in c, check: checkGraphs },
  {
    isFor: (c) => 'rows' in c && 'A_star' in c,
    check: (c) => checkGaps(c, existsSync(join(folder, 'access.json')) ? read('access.json') : null),
  },
  { isFor: (c) => Array.isArray(c['cases']) && c['cases'].some((x) => 'demand' in x || 'costs' in x), check: checkAccess },
  {
    isFor: (c) => Array.isArray(c['cases']) && c['cases'].some((x) => 'access' in x),
    check: checkInequality,
  },
  { isFor: (c) => ['strings', 'siret', 'fellegi_sunter'].some((key) => key in c), check: checkLinkage },
  { isFor: (c) => 'instances' in c || 'x' in c, check: notYet('implantation : demande ultérieure') },
];

let failures = 0;
for (const name of readdirSync(folder)
  .filter((f) => f.endsWith('.json'))
  .sort()) {
  const content = read(name);
  const reader = readers.find((r) => r.isFor(content));
  console.log(`\n${name}`);
  if (!reader) {
    failures++;
    console.log('  ÉCHEC : forme de fichier inconnue');
    continue;
  }
  const checks = reader.check(content as never);
  for (const c of checks.filter((x) => x.verdict !== 'à venir' && x.verdict !== 'écarté')) {
    const error = c.error === null ? '' : `, écart max ${c.error.toExponential(1)} (${c.tolerance})`;
    console.log(`  ${c.verdict} ${c.case} · ${c.measure}${error}${c.reason ? ` : ${c.reason}` : ''}`);
  }
  for (const verdict of ['à venir', 'écarté'] as const) {
    const rest = checks.filter((c) => c.verdict === verdict);
    for (const reason of new Set(rest.map((c) => c.reason))) {
      const keys = [...new Set(rest.filter((c) => c.reason === reason).map((c) => c.measure))];
      console.log(`  ${verdict} (${reason}) : ${keys.join(', ')}`);
    }
  }
  failures += checks.filter((c) => c.verdict === 'ÉCHEC' || c.verdict === 'INCONNU').length;
}
console.log(`\n${failures === 0 ? 'Aucun écart' : `${failures} écart(s)`}`);
process.exitCode = failures > 0 ? 1 : 0;
