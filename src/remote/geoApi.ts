/** The official service of communes (geo.api.gouv.fr, DINUM, Licence Ouverte). Asked only when the user has allowed it. */
export const geoApiHost = 'https://geo.api.gouv.fr';

/** Outlines of a département's communes as GeoJSON; throws when the user has not switched the host on, or the service fails. */
export async function fetchOutlines(departement: string, isAllowed: boolean, get: typeof fetch = fetch): Promise<unknown> {
  if (!isAllowed) throw new Error('geo.api.gouv.fr is switched off');
  const address = `${geoApiHost}/departements/${encodeURIComponent(departement)}/communes?fields=code,nom&format=geojson&geometry=contour`;
  const response = await get(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`geo.api.gouv.fr: ${response.status}`);
  return response.json();
}
