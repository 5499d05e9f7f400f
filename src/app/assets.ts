import type { TerritoryFile } from '../territory/territory';
import type { Files } from '../worker/core';

const territories = import.meta.glob<string>('../../data/territoires/*.json', { query: '?url', import: 'default', eager: true });
const demonstration = import.meta.glob<string>('../../data/demonstration/*/*.csv', {
  query: '?url',
  import: 'default',
  eager: true,
});
const fictionalLand = import.meta.glob<string>('../../data/demonstration/*/territoire.json', {
  query: '?url',
  import: 'default',
  eager: true,
});
const fonts = import.meta.glob<string>('../../data/fonts/{regular,semibold,italic}.ttf', {
  query: '?url',
  import: 'default',
  eager: true,
});

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

async function territoryFile(code: string): Promise<TerritoryFile | null> {
  const url =
    territories[`../../data/territoires/${code}.json`] ?? fictionalLand[`../../data/demonstration/${code}/territoire.json`];
  return url ? ((await fetched(url)).json() as Promise<TerritoryFile>) : null;
}

/** The embedded files of a département and of its neighbours; null when there is no such département. */
export async function loadTerritory(code: string): Promise<Files | null> {
  const territory = await territoryFile(code);
  if (!territory) return null;
  const neighbours = await Promise.all(territory.neighbours.map(territoryFile));
  return { territory, neighbours: neighbours.filter((n) => n !== null) };
}

/** The files of the demonstration of a département, as the importer reads them. */
export const loadDemonstration = (code: string): Promise<{ name: string; bytes: Uint8Array }[]> =>
  Promise.all(
    Object.entries(demonstration)
      .filter(([path]) => path.includes(`/demonstration/${code}/`))
      .map(async ([path, url]) => ({
        name: path.slice(path.lastIndexOf('/') + 1),
        bytes: new Uint8Array(await (await fetched(url)).arrayBuffer()),
      })),
  );

const webFonts = import.meta.glob<string>('../../data/fonts/{regular,semibold}.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** A typeface as base64, for a drawing that must carry its own. */
export async function loadFace(face: 'regular' | 'semibold'): Promise<string> {
  const url = webFonts[`../../data/fonts/${face}.woff2`];
  if (!url) throw new Error(`no typeface ${face}`);
  const bytes = new Uint8Array(await (await fetched(url)).arrayBuffer());
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
}

/** The bytes of a typeface of the report. */
export async function loadFont(face: 'regular' | 'semibold' | 'italic'): Promise<Uint8Array> {
  const url = fonts[`../../data/fonts/${face}.ttf`];
  if (!url) throw new Error(`no typeface ${face}`);
  return new Uint8Array(await (await fetched(url)).arrayBuffer());
}
