/** The official geocoder (Géoplateforme, IGN and DINUM, Base adresse nationale). Asked only when the user has allowed it. */
export const geocoderHost = 'https://data.geopf.fr';

interface Asking {
  readonly isAllowed: boolean;
  /** Stops the request. */
  readonly signal?: AbortSignal;
  readonly get?: typeof fetch;
}

/**
 * Sends a CSV of addresses (columns `id`, `adresse`, `citycode`) and gives the CSV that comes back, each row with its
 * position, score and type; throws when the user has not switched the host on, or the service fails.
 */
export async function geocodeCsv(csv: string, { isAllowed, signal, get = fetch }: Asking): Promise<string> {
  if (!isAllowed) throw new Error('data.geopf.fr is switched off');
  const form = new FormData();
  form.append('data', new Blob([csv], { type: 'text/csv' }), 'adresses.csv');
  form.append('columns', 'adresse');
  form.append('citycode', 'citycode');
  const response = await get(`${geocoderHost}/geocodage/search/csv/`, {
    method: 'POST',
    body: form,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new Error(`data.geopf.fr: ${response.status}`);
  return response.text();
}
