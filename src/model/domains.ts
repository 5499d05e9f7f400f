/**
 * Everything that depends on a domain derives from this list: ids, filters, legends, columns, marks and default
 * thresholds (minutes by car: covered / fragile / insufficient). Thresholds: choices of Maillage after the French
 * precedents listed in the README (France services 30 min, DREES 60 min for accommodation).
 */
export const domains = [
  {
    id: 'sante',
    letter: 'S',
    mark: 'circle',
    color: '#0b7fab',
    core: true,
    needs: ['soins'],
    thresholds: [20, 30, 45],
    catchment: 30,
  },
  {
    id: 'logement',
    letter: 'L',
    mark: 'square',
    color: '#5b3a8c',
    core: true,
    needs: ['logement'],
    thresholds: [30, 45, 60],
    catchment: 60,
  },
  {
    id: 'emploi',
    letter: 'E',
    mark: 'triangle',
    color: '#1f8a5b',
    core: true,
    needs: ['emploi'],
    thresholds: [20, 30, 45],
    catchment: 45,
  },
  {
    id: 'mentorat',
    letter: 'M',
    mark: 'diamond',
    color: '#c2527f',
    core: true,
    needs: ['socio-educatif'],
    thresholds: [30, 45, 60],
    catchment: 45,
  },
  {
    id: 'droits',
    letter: 'D',
    mark: 'cross',
    color: '#55606d',
    core: false,
    needs: ['ressources', 'demarches'],
    thresholds: [20, 30, 45],
    catchment: 30,
  },
  {
    id: 'suivi',
    letter: 'A',
    mark: 'star',
    color: '#55606d',
    core: false,
    needs: ['socio-educatif'],
    thresholds: [30, 45, 60],
    catchment: 45,
  },
] as const satisfies readonly DomainEntry[];

interface DomainEntry {
  readonly id: string;
  /** Stands beside the colour wherever a mark is drawn. */
  readonly letter: string;
  readonly mark: 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'star';
  readonly color: string;
  /** Core domains are on by default. */
  readonly core: boolean;
  readonly needs: readonly string[];
  readonly thresholds: Thresholds;
  /** Minutes beyond which places do not count, in capacity mode. */
  readonly catchment: number;
}

/** Minutes one way by car: up to the first, covered; to the second, fragile; to the third, insufficient. */
export type Thresholds = readonly [number, number, number];

export type Domain = (typeof domains)[number];
export type DomainId = Domain['id'];

export const domainIds: readonly DomainId[] = domains.map((d) => d.id);
export const coreDomainIds: readonly DomainId[] = domains.filter((d) => d.core).map((d) => d.id);

/** The entry of a domain; every DomainId has one. */
export function getDomain(id: DomainId): Domain {
  const found = domains.find((d) => d.id === id);
  if (!found) throw new Error(`unknown domain ${id}`);
  return found;
}

/** The six needs of art. R.222-6 CASF (décret 2022-1125 of 5 August 2022), in the order of the text. */
export const needIds = ['ressources', 'logement', 'emploi', 'soins', 'demarches', 'socio-educatif'] as const;
export type NeedId = (typeof needIds)[number];

/** The three fights of step 2 of La Maille. */
export const fightIds = ['inactivite', 'pauvrete', 'sans-abrisme'] as const;
export type FightId = (typeof fightIds)[number];
