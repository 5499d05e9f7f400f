import { fieldWeight, probabilityOf, totalWeight } from '../../src/import/linkage/fellegiSunter';
import { jaro, jaroWinkler } from '../../src/import/linkage/jaro';
import { levenshtein } from '../../src/import/linkage/levenshtein';
import { isSiret } from '../../src/model/identity';
import { absolute, type Check, checkAll, type Measure, type Tolerance } from './compare';

interface StringCase {
  readonly a: string;
  readonly b: string;
}
interface SiretCase {
  readonly siret: string;
}
interface Field {
  readonly name: string;
  readonly m: number;
  readonly u: number;
}
interface WeightCase {
  readonly agreement: readonly (boolean | null)[];
  readonly prior: number;
  readonly fields: readonly Field[];
}
export interface LinkageFile {
  readonly strings?: readonly StringCase[];
  readonly siret?: readonly SiretCase[];
  readonly fellegi_sunter?: { readonly prior: number; readonly fields: readonly Field[]; readonly cases: readonly object[] };
}

/** A published value is often rounded to four decimals; a computed one is given whole. */
const asGiven: Tolerance = {
  label: 'absolu 1e-4 à quatre décimales, sinon 1e-9',
  isNear: (a, e) => Math.abs(a - e) <= (!Number.isInteger(e) && Number(e.toFixed(4)) === e ? 1e-4 : 1e-9),
};

const input = { skip: 'donnée du cas' } as const;
const note = { skip: "ce n'est pas un résultat" } as const;

const strings: Readonly<Record<string, Measure<StringCase>>> = {
  a: input,
  b: input,
  jaro: (c) => jaro(c.a, c.b),
  jaro_winkler: (c) => jaroWinkler(c.a, c.b),
  levenshtein: (c) => levenshtein(c.a, c.b),
};
const sirets: Readonly<Record<string, Measure<SiretCase>>> = { siret: input, valid: (c) => isSiret(c.siret) };

const weightsOf = (c: WeightCase) => c.fields.map((f, i) => fieldWeight(f, c.agreement[i] ?? null));
const totalOf = (c: WeightCase) => totalWeight(c.prior, weightsOf(c));
const weights: Readonly<Record<string, Measure<WeightCase>>> = {
  agreement: input,
  weights_log2: (c) => Object.fromEntries(c.fields.map((f, i) => [f.name, weightsOf(c)[i]])),
  total_log2: totalOf,
  probability: (c) => probabilityOf(totalOf(c)),
};

const among =
  <C>(measures: Readonly<Record<string, Measure<C>>>) =>
  (key: string): Measure<C> | undefined =>
    Object.hasOwn(measures, key) ? measures[key] : key === 'note' || key === 'source' ? note : undefined;

const sections = ['_about', 'strings', 'siret', 'fellegi_sunter'];
const settings = ['prior', 'fields', 'cases', 'note', 'source'];
const unknown = (section: string, keys: readonly string[], known: readonly string[]): Check[] =>
  keys
    .filter((key) => !known.includes(key))
    .map((key) => ({
      case: section,
      measure: key,
      error: null,
      tolerance: '–',
      verdict: 'INCONNU',
      reason: 'aucune fonction pour cette clé',
    }));

const show = (values: readonly unknown[]) => values.map((v) => (v === null ? '·' : v ? '+' : '−')).join('');

/** linkage.json: likeness of texts, SIRET keys, Fellegi-Sunter weights. */
export function checkLinkage(content: LinkageFile): Check[] {
  const { fellegi_sunter: fs } = content;
  return [
    ...unknown('linkage', Object.keys(content), sections),
    ...(content.strings ?? []).flatMap((c) => checkAll(`« ${c.a} » « ${c.b} »`, c, { ...c }, among(strings), asGiven)),
    ...(content.siret ?? []).flatMap((c) => checkAll(c.siret, c, { ...c }, among(sirets), absolute(0))),
    ...unknown('fellegi_sunter', Object.keys(fs ?? {}), settings),
    ...(fs?.cases ?? []).flatMap((c) => {
      const whole = { ...(c as WeightCase), prior: fs!.prior, fields: fs!.fields };
      return checkAll(show(whole.agreement), whole, { ...c }, among(weights), absolute(1e-9));
    }),
  ];
}
