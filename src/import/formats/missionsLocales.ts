import { type Shape, withColumns } from '../table';

/** Register of missions locales (i-milo): neither address nor commune, the département only. */
export const missionsLocales = {
  id: 'missions-locales-imilo',
  detect: (h) => h.has('nom officiel') && h.has('nom usuel') && h.has('code departement'),
  apply: (table) => ({
    ...withColumns(table, {
      nom: (cell) => cell('nom_usuel') || cell('nom_officiel'),
      'type d’acteur': () => 'mission-locale',
      domaines: () => 'emploi',
    }),
    records: 'lieux',
    fields: {
      id: 'sourceKey',
      nom_officiel: null,
      nom_usuel: null,
      nom: 'name',
      code_departement: 'departement',
      'type d’acteur': 'kind',
      domaines: 'domains',
    },
  }),
} as const satisfies Shape;
