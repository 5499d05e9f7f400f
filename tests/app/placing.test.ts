import { describe, expect, test } from 'vitest';
import { offerPlacing, sendAddresses } from '../../src/app/placing';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { createAppStore } from '../../src/state/store';
import type { CoreClient } from '../../src/worker/client';

const addresses = Array.from({ length: 450 }, (_, i) => ({
  siteId: `s${i}`,
  actorName: `A${i}`,
  address: `${i} rue A`,
  communeCode: '44109',
}));
const place = (siteId: string) => ({
  siteId,
  point: { lon: -1.5, lat: 47 },
  precision: 'adresse' as const,
  label: '',
  score: 1,
  isSure: true,
});

/** A store and a worker that finds the first address of each batch; `unreadable`: an answer it cannot read. */
function setUp() {
  const store = createAppStore(emptyDiagnosis('44', 'Essai'));
  const core = {
    addresses: async () => ({ addresses, withheld: 1, homes: 2 }),
    addressCsv: async (batch: typeof addresses) => String(batch.length),
    foundPlaces: async (_: unknown, answer: string, batch: typeof addresses) =>
      answer === 'unreadable' ? null : [place(batch[0]!.siteId)],
  };
  const client = { core, frameOf: async () => ({}) } as unknown as CoreClient;
  return { store, client };
}
const answering = (...answers: (string | Error | number)[]) => {
  const sent: string[] = [];
  const get = (async (_: string, init: RequestInit) => {
    sent.push(await ((init.body as FormData).get('data') as Blob).text());
    const answer = answers[sent.length - 1] ?? 'ok';
    if (answer instanceof Error) throw answer;
    return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
  }) as typeof fetch;
  return { get, sent };
};

describe('sending addresses', () => {
  test('in batches, each answer counted', async () => {
    const { store, client } = setUp();
    await offerPlacing({ store, client });
    expect(store.getState().placing).toMatchObject({ answered: null, withheld: 1, homes: 2 });
    const { get, sent } = answering();
    await sendAddresses({ store, client }, get);
    expect(sent).toEqual(['200', '200', '50']);
    expect(store.getState().placing).toMatchObject({ answered: 450, fault: null });
    expect(store.getState().placing?.found.map((f) => f.siteId)).toEqual(['s0', 's200', 's400']);
  });
  test.each([
    ['unreadable', null],
    [new Error('Failed to fetch'), 'Failed to fetch'],
    [503, 'data.geopf.fr: 503'],
  ])('%s: what was found stays; sent again from where it stopped', async (answer, reason) => {
    const { store, client } = setUp();
    await offerPlacing({ store, client });
    const { get, sent } = answering('ok', answer);
    await sendAddresses({ store, client }, get);
    expect(store.getState().placing).toMatchObject({ answered: 200, fault: { reason } });
    expect(store.getState().placing?.found).toHaveLength(1);
    await sendAddresses({ store, client }, get);
    expect(sent).toEqual(['200', '200', '200', '50']);
    expect(store.getState().placing).toMatchObject({ answered: 450, fault: null });
    expect(store.getState().placing?.found).toHaveLength(3);
  });
  test.each(['resolves', 'rejects'])(
    'closed meanwhile: the request is stopped, and what comes after (%s) is not taken',
    async (end) => {
      const { store, client } = setUp();
      await offerPlacing({ store, client });
      let isStopped = false;
      const get = ((_: string, { signal }: RequestInit) =>
        new Promise<Response>((resolve, reject) => {
          signal!.addEventListener('abort', () => {
            isStopped = true;
            if (end === 'rejects') reject(new DOMException('stopped', 'AbortError'));
            else resolve(new Response('ok'));
          });
          store.setState({ placing: null, dialog: null });
        })) as typeof fetch;
      await sendAddresses({ store, client }, get);
      expect(isStopped).toBe(true);
      expect(store.getState().placing).toBeNull();
    },
  );
  test('another request since: the first one leaves it alone', async () => {
    const { store, client } = setUp();
    await offerPlacing({ store, client });
    const other = { addresses: [addresses[3]!], withheld: 0, homes: 0, answered: null, found: [], fault: null };
    const get = (async () => {
      store.setState({ placing: other });
      return new Response('ok');
    }) as unknown as typeof fetch;
    await sendAddresses({ store, client }, get);
    expect(store.getState().placing).toBe(other);
  });
  test('not offered over another dialog opened meanwhile', async () => {
    const { store, client } = setUp();
    const offered = offerPlacing({ store, client });
    store.setState({ dialog: 'settings' });
    await offered;
    expect(store.getState()).toMatchObject({ dialog: 'settings', placing: null });
  });
});
