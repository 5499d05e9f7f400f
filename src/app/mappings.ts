import { domainIds } from '../model/domains';
import {
  choicesFor,
  type Mapping,
  type Mappings,
  type MappingTerms,
  mappingFrom,
  mappingFromText,
  mappingText,
  readMappings,
} from '../state/mappings';
import type { Draft, FileChoices } from '../state/store';
import type { Storage } from '../storage/store';
import { fr } from '../text/fr';

const preference = 'mappings';
const terms: MappingTerms = {
  fields: new Set(Object.keys(fr.import.fields)),
  domains: new Set(domainIds),
  separators: new Set(Object.keys(fr.import.mapping.separators)),
};

/** What was decided on earlier files, kept in the browser by the headings of each. */
export class MappingMemory {
  private readonly storage: Storage;
  private known: Mappings | null = null;

  constructor(storage: Storage) {
    this.storage = storage;
  }

  private async all(): Promise<Mappings> {
    this.known ??= readMappings(await this.storage.readPreference(preference), terms);
    return this.known;
  }

  /** The choices by shape. */
  async choices(): Promise<Readonly<Record<string, FileChoices>>> {
    return Object.fromEntries(Object.values(await this.all()).map((m) => [m.shape, m.choices]));
  }

  /** Keeps what was decided of the files of a draft. */
  async keep({ files, choices }: Pick<Draft, 'files' | 'choices'>): Promise<void> {
    const found = files.map((f) => mappingFrom(f, choices[f.name])).filter((m) => m !== null);
    if (found.length > 0) await this.write({ ...(await this.all()), ...Object.fromEntries(found.map((m) => [m.shape, m])) });
  }

  async forget(shape: string): Promise<void> {
    const { [shape]: _, ...others } = await this.all();
    await this.write(others);
  }

  private async write(next: Mappings): Promise<void> {
    this.known = next;
    await this.storage.writePreference(preference, next);
  }
}

/** What was decided of a file, as a file to share; null when nothing was. */
export function sharedMapping(draft: Draft, name: string): { readonly mapping: Mapping; readonly text: string } | null {
  const file = draft.files.find((f) => f.name === name);
  const mapping = file ? mappingFrom(file, draft.choices[name]) : null;
  return mapping && { mapping, text: mappingText(mapping) };
}

/** The choices that a shared mapping makes for a file of the draft; null when it is not a mapping. */
export function choicesFromText(text: string, draft: Draft, name: string): FileChoices | null {
  const mapping = mappingFromText(text, terms);
  const file = draft.files.find((f) => f.name === name);
  return mapping && file ? choicesFor(mapping, file) : null;
}
