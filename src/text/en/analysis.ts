import type { analysisFr } from '../fr/analysis';

const few = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What is stated, after commas; what is not is left out. */
const listed = (...parts: readonly string[]): string => parts.filter((p) => p !== '').join(', ');

export const analysisEn: typeof analysisFr = {
  separator: ': ',
  continuity: {
    title: 'Continuity of pathways on leaving child welfare (ASE)',
    tab: 'Continuity',
    intro:
      'For each territory, does a chain lead from child welfare to housing, employment, health and mentoring? It takes services within reach (level 0 or 1) and, for at least half of the young people, a place within reach held by an actor tied to ASE by referral, agreement, joint support, reserved places or shared means. Co-funding, legal carrying or a network alone do not count.',
    ties: (count, shown) =>
      count === 0
        ? 'No tie of this kind is recorded between ASE and another actor: ties are unknown, not absent.'
        : `${shown} ${count === 1 ? 'tie of this kind is' : 'ties of this kind are'} recorded between ASE and other actors.`,
    table: 'From ASE to each domain, by territory',
    source: 'recorded services and ties; computed by Maillage.',
    cells: {
      continue: 'services within reach, tie with ASE found',
      'sans-lien': 'risk of a broken pathway: services within reach, no tie with ASE found',
      'offre-insuffisante': 'risk of a broken pathway: insufficient services',
      'sans-offre': 'risk of a broken pathway: no accessible services found',
      'liens-inconnus': 'services within reach, ties with ASE not recorded',
      indetermine: 'services within reach or not, depending on unstated places',
      'donnees-absentes': 'no data',
    },
    short: {
      continue: 'continuous',
      'sans-lien': 'risk: no tie',
      'offre-insuffisante': 'risk: insufficient services',
      'sans-offre': 'risk: no services',
      'liens-inconnus': 'ties not recorded',
      indetermine: 'undetermined',
      'donnees-absentes': 'no data',
    },
    legend: '“Risk”: risk of a broken pathway.',
    actors: (names) => `Actors tied to ASE within reach: ${names}.`,
  },
  notices: {
    real: {
      short: 'Demonstration: dated public facts (2009–2026), incomplete. This is not a diagnosis.',
      full: (actors, ties) =>
        `This demonstration presents ${actors} real actors of Loire-Atlantique and ${ties} ties found in open public data, dated 2009 to 2026 depending on the source: directory of public services of 2016, grants of the Département from 2009 to 2018, State grants of 2010, register of missions locales of 2023, FINESS and commune codes of 2026. They are incomplete and partly old: services may have opened, closed, merged or changed names. The services shown are deduced from the category of each actor. The absence of an actor, service or tie does not prove that it does not exist. This demonstration shows what the tool does. It is not a diagnosis of the territory and must not ground a decision.`,
      sources:
        'Service-Public.gouv.fr / DILA, local directory (2016) · Département de Loire-Atlantique, grants to associations · State, jaune budgétaire PLF 2012 · ANS, FINESS (2026) · i-milo register (2023) · IGN Admin Express COG (2018) · Etalab, découpage administratif 6.0.0, after Insee (2026) · DREES, Aide sociale survey · Insee, population estimates.',
      tag: '“demonstration”',
      stamp: 'illustration',
      beside: ' (illustration)',
      heading: 'What this demonstration shows',
    },
    fictional: {
      short: 'Fictional département: communes, actors and figures are invented. Nothing here describes a real place.',
      full: (actors, ties) =>
        `Val-Fictif is a fictional département: it exists nowhere. Its outline, its communes, their inhabitants, its ${actors} actors, its ${ties} ties, their places and occupancy are invented by a program, always the same. No name is that of a real commune or association, no identifier is a SIREN or a FINESS. It shows what public data do not tell: reading by places, communes left undetermined for want of known places, zones served, the chain that leads from child welfare to housing, employment, care and mentoring. Its results say nothing of any territory.`,
      sources: 'none; all data are invented by Maillage (scripts/data/fictif.ts).',
      tag: 'fictional département',
      stamp: 'illustration — invented data',
      beside: ' (illustration, invented data)',
      heading: 'A fictional département',
    },
  },
  youngBasis: {
    estimate: 'general population, estimate',
    invented: 'general population, invented number',
    census: (year) => `general population, ${year === null ? '' : `${year} `}census`,
    counted: (ages, years) => listed(ages, 'number entered', years),
  },
  youngWho: {
    population: { many: 'young people aged 18 to 24', short: 'aged 18-24' },
    ase: { many: 'young people followed by child welfare (ASE)', short: 'followed by ASE' },
    pjj: { many: 'young people followed by the youth justice service (PJJ)', short: 'followed by PJJ' },
  },
  youngSource: {
    estimate: 'general population, proportional estimate after Insee',
    invented: 'invented numbers of a fictional département',
    census: (source, year, lacking) =>
      `general population, ${source}${year === null ? '' : `, ${year}`}${lacking === 0 ? '' : `; proportional estimate for ${lacking} ${lacking === 1 ? 'commune' : 'communes'}`}`,
    counted: (ages, years) => `${listed(ages, 'numbers entered', years)}, shared over the communes by their 18-24s`,
  },
  young: {
    all: (young, who, basis) => `all ${who} (${young}, ${basis})`,
    some: (people, young, who, basis) => `${people} of the ${young} ${who} (${basis})`,
  },
  about: (people) => `about ${people}`,
  partialUnit: (name) => `${name}, part inside the département`,
  inTerritory: (name, _code) => `In ${name}`,
  gap: {
    insufficient: (offer) => `live with insufficient ${offer}`,
    veryInsufficient: (offer) => `live with very insufficient ${offer}`,
    without: (offer) => `live without accessible ${offer} on record`,
    mixedPlaces: (offer, people) => `live with insufficient ${offer}, of whom ${people} where it is very insufficient`,
    mixed: (offer, people) => `live with insufficient ${offer}, of whom ${people} without any accessible offer on record`,
  },
  possible: (where, who, offer) =>
    `${where}, ${who} may live where ${offer} is insufficient: it depends on places that are not stated.`,
  needOffer: (need) => `the offer for “${need}”`,
  nearest: (name, minutes) => `nearest, ${name}, about ${minutes} min away by car`,
  nearestSaturation: { disponible: ', with room left', tendue: ', nearly full', saturee: ', full', inconnue: '' },
  saturation: {
    disponible: 'under 80% taken',
    tendue: '80 to 95% taken',
    saturee: 'over 95% taken',
    inconnue: 'share taken not stated',
  },
  nearestNone: 'no recorded place with a known position serves it',
  confidence: (label, census) => `Confidence ${label}, census ${census}`,
  confidenceNone: (census) => `Confidence not assessed (no record), census ${census}`,
  sturdiness: {
    robuste: 'Robust finding',
    sensible: 'Finding sensitive to speed and thresholds',
    isolee: 'Isolated finding, gone in most variants',
  },
  robustnessPending: 'Robustness being computed',
  access: (places, ratio) => `about ${places} places within reach per 1,000 young people, ${ratio} times the reference`,
  capacity: {
    proof: (access, reference, from) => `Places within reach: ${access} (${reference} per 1,000, ${from}).`,
    referenceFrom: {
      interne: 'mean of the territory: comparison inside it only',
      reglages: 'chosen in the settings',
      tenue: 'held at that of the state compared',
    },
    known: (share) => `Places are stated for ${share} of the sites of the domain; the others are bounded, never made up.`,
    atMost: (people) => `If the places not stated are at their lowest, up to ${people} young people are concerned.`,
    mode: 'Read by places (places within reach, weighed by distance: E2SFCA)',
    presence: 'Read by presence (places stated for fewer than half of the sites)',
    modes: (names) => `Read by places: ${names}.`,
    card: 'Places within reach per 1,000 young people',
    cardValue: (central, low, high, ratio) =>
      `${low === high ? central : `${central} (${low} to ${high})`}, ${ratio} times the reference`,
    catchment: (domain) => `${domain}: beyond this, places do not count (min)`,
    reference: (domain) => `${domain}: reference, places per 1,000 young people (empty: mean of the territory)`,
    decay: 'Decay with distance',
    advanced: {
      title: 'Advanced methods',
      note: 'Other measures of access, to judge sensitivity only: they are never printed in the report. RAAM is taken within the limit of the domain, to a thousandth of its equilibrium.',
      caption: (domain) => `${domain}: communes in another order than E2SFCA's`,
      presence: (domain) => `${domain}: read by presence, there are no places to compare.`,
      running: 'Comparing…',
      failed: 'The comparison did not end; nothing else rests on it. Close this part and open it again to ask once more.',
      head: {
        method: 'Method',
        correlation: 'Correlation of ranks (Spearman)',
        changing: 'Communes on the other side of two thirds of the mean',
      },
      methods: {
        '3sfca': '3SFCA (choice among sites)',
        bfca: 'BFCA (demand and supply balanced)',
        raam: 'RAAM (travel and crowding)',
      },
      ranksOnly: 'by rank only',
      outOf: (changing, communes) => `${changing} of ${communes}`,
    },
    settings: 'Reading by places',
    settingsNote:
      'When at least half of the sites of a domain state their places, access is read in places within reach per 1,000 young people; otherwise by presence.',
  },
  robustnessInCapacity: (share, runs) =>
    `Robustness: at level 2 or 3 in ${share} of the ${runs} variants computed (speed ± 20%, thresholds and limit ± 25%, three decays, places lowest, central and highest), on average of the young people concerned.`,
  robustness: (share, runs) =>
    `Robustness: at level 2 or 3 in ${share} of the ${runs} variants computed (speed ± 20%, thresholds ± 25%), on average of the young people concerned; robust from 80%, sensitive from 20 to 80%, isolated below.`,
  candidates: (names) => `Partners to examine, already active in this domain: ${names}.`,
  candidate: (name, minutes) => `${name} (about ${minutes} min)`,
  proof: {
    threshold: (t1, t2, t3) =>
      `Thresholds of the domain: covered up to ${t1} min, fragile up to ${t2} min, insufficient up to ${t3} min, beyond: no accessible offer found.`,
    formula: {
      time: (detour, km, speed, access, minutes) =>
        `time to the nearest = 60 × ${detour} × ${km} km / ${speed} km/h + ${access} min = ${minutes} min`,
      stated: (minutes) => `time to the nearest = ${minutes} min`,
      none: 'no recorded place serves it',
      within: (n, minutes) => `places within ${minutes} min = ${n}`,
      places: (access, reference, ratio) => `places within reach / reference = ${access} / ${reference} per 1,000 = ${ratio}`,
      all: (commune, parts, level, component) =>
        `Worked out for ${commune}: ${parts}. The worst of these decides: level ${level} (${component}).`,
    },
    within: (n, minutes) => `Places within ${minutes} min (median commune): ${n}.`,
    communes: (n, names) => `Communes concerned (${n}): ${names}.`,
    rate: (share) => `Share of the territory's young people: ${share}.`,
    records: (n) => `Records of this domain in the territory: ${n}.`,
    more: (n) => `and ${n} more`,
  },
  travelCaption: 'estimated time by car, longer without licence or vehicle, as for many of these young people',
  method: (detour, speed, access) =>
    `Estimated time by car: straight line × ${detour} at ${speed} km/h, plus ${access} min (constants chosen by Maillage, editable). Longer without licence or vehicle, as for many of these young people; shorter by a fast road.`,
  travel: {
    files: (files, pairs) => `Travel times by car after ${files} (${pairs} pairs of communes).`,
    line: (intercept, slope, points, error) =>
      `For the other pairs, a line fitted to these times: ${intercept} min + ${slope} min per km as the crow flies (${points} pairs, median error ${error} min). Longer without licence or vehicle, as for many of these young people.`,
    otherwise: (estimate) => `For the other pairs: ${estimate}`,
    exceptions: (n) =>
      n === 1 ? 'One travel exception (minutes more, or no trip).' : `${n} travel exceptions (minutes more, or no trip).`,
  },
  silentDomains: (names) => `No data, nothing can be asserted: ${names}.`,
  schematic: 'schematic outlines',
  networkEmpty: 'No actor is recorded yet.',
  networkNoTie: (total, n) =>
    total === 1 ? 'A single actor is recorded: no tie.' : `No tie is known between the ${n(total)} recorded actors.`,
  network: (c, n) =>
    `${n(c.tied)} ${few(c.tied, 'actor', 'actors')} of ${n(c.total)} ${few(c.tied, 'has', 'have')} at least one known tie (${n(c.ties)} stated ${few(c.ties, 'tie', 'ties')}); ${n(c.isolates)} ${few(c.isolates, 'has', 'have')} no known tie in these sources.`,
  networkMain: (c, n) =>
    `The largest connected set has ${n(c.largest)} ${few(c.largest, 'actor', 'actors')}; there ${few(c.components, 'is', 'are')} ${n(c.components)} ${few(c.components, 'set', 'sets')} counting the actors without ties.`,
  networkDensity: (density, degree) => `Density ${density}; ${degree} ties per actor on average.`,
  networkDeduced: (count, n) =>
    `${n(count)} deduced ${few(count, 'tie', 'ties')} (common funder, body, network, legal entity or scheme) ${few(count, 'is', 'are')} counted apart.`,
};
