import type { ReadingId } from '../document/reportNotes';
import type { SectionId } from './sections';

/** A report of the same diagnosis for one kind of reader. */
export interface Reading {
  readonly id: ReadingId;
  /** What it prints, in order, unless the user chose otherwise. */
  readonly sections: readonly SectionId[];
  /** A booklet, made from the public copy of the diagnosis: nothing internal can reach it. */
  readonly isPublic?: true;
}

/** The readings: their names are `readingWords(lang).readings[id]`. */
export const readings = [
  {
    id: 'commission',
    sections: [
      ...(['synthese', 'obligations', 'besoins-loi', 'cartes', 'besoins', 'offre', 'continuite', 'jeunes'] as const),
      ...(['documents', 'changements', 'reseau', 'rapprochements', 'financements', 'annuaire', 'methode'] as const),
      ...(['sources', 'communes'] as const),
    ],
  },
  {
    id: 'collectivite',
    sections: ['territoires', 'rapprochements', 'annuaire', 'methode', 'sources'],
  },
  {
    id: 'fondation',
    sections: [
      'synthese',
      'subvention',
      'financements',
      'cartes',
      'besoins',
      'offre',
      'changements',
      'methode',
      'sources',
      'communes',
    ],
  },
  {
    id: 'reseau',
    sections: ['entraide', 'besoins', 'reseau', 'rapprochements', 'annuaire', 'methode', 'sources'],
  },
  { id: 'public', sections: ['repertoire'], isPublic: true },
] as const satisfies readonly Reading[];

export const getReading = (id: ReadingId): Reading => readings.find((r) => r.id === id)!;
