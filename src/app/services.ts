import type { Command } from '../document/commands';
import { loadText } from '../panels/textFor';
import type { Services } from '../panels/useApp';
import { basemapTiles } from '../remote/basemap';
import { tellApart } from '../state/fileNames';
import type { AppStore, Draft } from '../state/store';
import { dispatchAllTo, dispatchTo, focusIn, lookIn, redoIn, undoIn } from '../state/store';
import { unpackProject } from '../storage/projectFile';
import type { Storage } from '../storage/store';
import type { Text } from '../text/fr';
import { type CoreClient, proxy } from '../worker/client';
import { compareToFile } from './comparing';
import { bareDiagnosis, now, today } from './documents';
import { download } from './download';
import { layOutNetwork, readNeedsOf, readNetworkOf, suggestTiesOf, tellDuplicates } from './engine';
import { joinFile } from './joining';
import { choicesFromText, MappingMemory, sharedMapping } from './mappings';
import { leaveOpen, openDemonstration, openDepartement, openNew } from './opening';
import { askOutlines, forgetOutlines, takeOutlines, withoutOutlines } from './outlines';
import { askBeforeReplacing } from './replacing';
import type { Saving } from './saving';
import type { Tabs } from './tabs';
import { textOf } from './textOf';
import { createWorkspace } from './workspace';

interface Parts {
  readonly store: AppStore;
  readonly client: CoreClient;
  readonly saving: Saving;
  readonly storage: Storage;
  readonly tabs: Tabs;
  /** The first document on its way. */
  readonly opening: Promise<unknown>;
}

/** Wires what screens may ask to the store, the worker and the storage. */
export function createServices(parts: Parts): Services {
  const { store, client, saving, storage } = parts;
  const say = (text: string, undoable = false) => store.setState({ message: { text, undoable } });
  const guard = (work: Promise<unknown>) => {
    work.catch((error: unknown) => {
      console.error(error);
      store.setState({ work: null });
      say(textOf(store).ui.said.failed(error instanceof Error ? error.message : String(error)));
    });
  };
  /** Another tab writes this diagnosis: nothing is changed here, and this has been said. */
  const isLocked = () => {
    const locked = store.getState().workspace.access !== 'write';
    if (locked) say(textOf(store).workspace.readOnly);
    return locked;
  };
  const signed = () => ({ on: now(), ...(store.getState().author === '' ? {} : { by: store.getState().author }) });
  const dispatch = (command: Command, options: { readonly key?: string; readonly said?: string } = {}) => {
    if (isLocked()) return;
    dispatchTo(store, command, options.key ?? null);
    saving.step(command, options.key ?? null);
    if (options.said) say(options.said, true);
  };
  const dispatchAll: Services['dispatchAll'] = (commands, said) => {
    const [only, ...others] = commands;
    if (only && others.length === 0) return dispatch(only, { said });
    if (isLocked()) return;
    dispatchAllTo(store, commands);
    saving.checkpoint();
    say(said, true);
  };
  const step = (move: (store: AppStore) => void) => () => {
    if (isLocked()) return;
    const before = store.getState().history;
    move(store);
    if (store.getState().history === before) return;
    store.setState({ message: null });
    saving.moved();
  };
  const hasWork = () => {
    const { files, census } = store.getState().history.present;
    const isKept = storage.isOpen && store.getState().isKept;
    return !isKept && saving.holdsWork && files.length + census.length > 0;
  };
  const replacing = askBeforeReplacing(store, hasWork);
  const isBusy = () => {
    const isWorking = store.getState().work !== null;
    if (isWorking) say(textOf(store).ui.said.busy);
    return isWorking;
  };
  // Documents open one after the other, and files dropped meanwhile wait: none is lost with the one before.
  let { opening } = parts;
  const opened = () => opening.catch(() => {});
  const replace = (go: () => Promise<unknown>) => {
    if (isBusy()) return;
    replacing.ask(() => {
      opening = opened()
        .then(() => leaveOpen(parts))
        .then((tidy) => go().then(tidy));
      guard(opening);
    });
  };
  const reading = readingServices(parts, { dispatchAll, say, guard, isBusy: () => isLocked() || isBusy(), replace, opened });
  return {
    store,
    dispatch,
    dispatchAll,
    undo: step(undoIn),
    redo: step(redoIn),
    look: (patch) => lookIn(store, patch),
    focus: (focus, patch = {}) => {
      focusIn(store, focus);
      lookIn(store, patch);
    },
    say,
    show: (dialog) => {
      if (dialog === null && store.getState().dialog === 'start') void storage.writePreference('visited', true);
      store.setState({ dialog });
    },
    setLang: (lang) => {
      guard(loadText(lang).then(() => store.setState({ lang })));
      void storage.writePreference('lang', lang);
    },
    ...reading,
    openDepartement: (code, files) =>
      replace(() => openDepartement(parts, code, files !== undefined).then(() => files && reading.readFiles(files))),
    openDemonstration: (code) => replace(() => openDemonstration(parts, code)),
    workspace: createWorkspace(parts, { dispatch, say, guard, replace, signed }),
    replace: (choice) =>
      guard(
        (async () => {
          if (choice === 'save') await (await import('./outputs')).takeOutWith(store, client, { output: 'project' });
          replacing.go();
        })(),
      ),
    takeOut: (request) => guard(import('./outputs').then((m) => m.takeOutWith(store, client, request))),
    cancelReport: () => guard(import('./reportOutputs').then((m) => m.stopReport(client))),
    download,
    today,
    signed,
    setAuthor: (author) => {
      store.setState({ author });
      void storage.writePreference('author', author);
    },
    compareTo: (against) => {
      store.setState({ against, compared: null });
      if (against === null && store.getState().view.beside === 'etat') lookIn(store, { beside: null });
    },
    compareToFile: (file) =>
      guard(
        compareToFile(store, file).then(
          (fault) => fault && say(textOf(store).ui.said.projectFaults(file.name, fault.code, fault.detail)),
        ),
      ),
    joinFile: (file) => guard(joinFile(store, textOf(store), file, say)),
    showBasemap: (isOn) => store.setState({ basemap: isOn ? basemapTiles : null }),
    askOutlines: () =>
      guard(
        askOutlines(parts).then((ok) =>
          say(ok ? textOf(store).ui.settings.outlines.done : textOf(store).ui.settings.outlines.none),
        ),
      ),
    takeOutlines: (file) =>
      guard(
        file
          .text()
          .then((json) => takeOutlines(parts, json, file.name))
          .then((ok) => say(ok ? textOf(store).ui.settings.outlines.done : textOf(store).ui.settings.outlines.none)),
      ),
    forgetOutlines: () => guard(forgetOutlines(parts)),
    offerPlacing: () => guard(import('./placing').then((m) => m.offerPlacing(parts))),
    sendAddresses: () => guard(import('./placing').then((m) => m.sendAddresses(parts))),
    readNeeds: () => guard(readNeedsOf(store, client)),
    compareMethods: async (domain) => client.core.compareMethods(await client.frameOf(store.getState().history.present), domain),
    layOut: (of) => guard(layOutNetwork(store, client, of)),
    suggest: () => guard(suggestTiesOf(store, client)),
    readNetwork: () => guard(readNetworkOf(store, client)),
  };
}

type Reading = Pick<
  Services,
  | 'readFiles'
  | 'rereadFiles'
  | 'asUpdate'
  | 'forgetMapping'
  | 'saveMapping'
  | 'loadMapping'
  | 'cancelReading'
  | 'acceptDraft'
  | 'dropDraft'
  | 'refusedRows'
  | 'startAfresh'
>;

interface Ways {
  readonly dispatchAll: Services['dispatchAll'];
  readonly say: (text: string) => void;
  /** Says in a sentence what a piece of work could not do. */
  readonly guard: (work: Promise<unknown>) => void;
  /** Another piece of work is under way, and this has been said. */
  readonly isBusy: () => boolean;
  /** Puts another document in place of this one, once nothing is lost by it. */
  readonly replace: (go: () => Promise<unknown>) => void;
  /** Resolves once the document being opened, if any, is open. */
  readonly opened: () => Promise<unknown>;
}

/** A project opens in place of the work; any other file is an inventory, compressed JSON too. */
const isProjectName = (name: string): boolean => /\.maillage(\.json)?(\.gz)?$/i.test(name);

function readingServices(parts: Parts, { dispatchAll, say, guard, isBusy, replace, opened }: Ways): Reading {
  const { store, client, storage } = parts;
  const onProgress = () =>
    // Progress comes through another port than the answer: what arrives after it is past.
    proxy((p: { file: string; done: number; total: number }) =>
      store.setState((s) => (s.work ? { work: { kind: 'reading', ...p } } : s)),
    );
  /** The reading under way; an older one, or one that was stopped, changes nothing when it ends. */
  let turn = 0;
  /** The draft as last read: what its counts rest on. */
  let applied: Draft | null = null;
  const memory = new MappingMemory(storage);
  const stop = () => {
    turn += 1;
    void client.core.cancelImport();
    store.setState({ work: null });
  };
  /** Reads files, beside those of the draft when there is one, and shows what was found. */
  const read = async (draft: Draft | null, files: readonly { name: string; bytes: Uint8Array }[]) => {
    turn += 1;
    const mine = turn;
    const [frame, known] = await Promise.all([client.frameOf(store.getState().history.present), memory.choices()]);
    const updates = draft?.asUpdates ?? {};
    const request = { files, choices: draft?.choices ?? {}, memory: known, updates };
    const ask = draft ? client.core.readAgain : client.core.readFiles;
    const found = await ask(frame, request, today(), onProgress());
    if (mine !== turn) return;
    store.setState({ work: null });
    if (!found) return;
    const { cancelled: _, recalled, ...rest } = found;
    const kept = (draft?.recalled ?? []).filter((name) => Object.keys(rest.choices[name] ?? {}).length > 0);
    const { decisions = {} } = draft ?? {};
    applied = { ...rest, recalled: [...new Set([...kept, ...recalled])], asUpdates: updates, decisions };
    store.setState({ draft: applied, dialog: null });
    lookIn(store, { screen: 'inventory' });
  };
  /** Reads the draft again with changes; they show at once, the counts follow, and nothing can be added before they do. */
  const reread = (changes: Partial<Draft>) => {
    const { draft } = store.getState();
    if (!draft) return;
    const next = { ...draft, ...changes };
    store.setState({ draft: next });
    startReading(draft.files[0]?.name ?? '');
    guard(read(next, []));
  };
  const openProject = async (file: File) => {
    const result = await unpackProject(new Uint8Array(await file.arrayBuffer()));
    const { said } = textOf(store).ui;
    const whole = result.ok ? null : result.fault.whole;
    const diagnosis = result.ok ? result.value : whole?.diagnosis;
    if (!diagnosis)
      return say(said.projectFaults(file.name, result.ok ? '' : result.fault.code, result.ok ? '' : result.fault.detail));
    return replace(async () => {
      await openNew(parts, diagnosis, true);
      lookIn(store, { screen: 'map' });
      say(whole ? said.projectSalvaged(file.name, whole.lost) : said.projectOpened(diagnosis.title));
    });
  };
  const startReading = (file: string) => store.setState({ work: { kind: 'reading', file, done: 0, total: 0 } });
  const importThem = async (dropped: readonly File[]) => {
    startReading(dropped[0]?.name ?? '');
    await opened();
    const files = await withoutOutlines({ store, client, storage }, dropped);
    if (files.length < dropped.length) say(textOf(store).ui.settings.outlines.done);
    if (files.length === 0) return store.setState({ work: null });
    const { draft } = store.getState();
    // A file named as one of the diagnosis may be its newer version: those are told apart when it is added beside it.
    const names = tellApart(
      files.map((f) => f.name),
      (draft?.files ?? []).map((f) => f.name),
    );
    startReading(names[0] ?? '');
    const bytes = await Promise.all(
      files.map(async (f, i) => ({ name: names[i]!, bytes: new Uint8Array(await f.arrayBuffer()) })),
    );
    await read(draft, bytes);
  };
  return {
    readFiles: (files) => {
      const [first] = files;
      if (!first || isBusy()) return;
      const projects = files.filter((f) => isProjectName(f.name));
      if (projects.length === 0) guard(importThem(files));
      else if (files.length === 1) guard(openProject(first));
      else say(textOf(store).ui.said.projectAlone(projects[0]?.name ?? ''));
    },
    rereadFiles: (choices) => reread({ choices }),
    asUpdate: (file, isTaken) => reread({ asUpdates: { ...store.getState().draft?.asUpdates, [file]: isTaken } }),
    forgetMapping: (name) => {
      const { draft } = store.getState();
      const file = draft?.files.find((f) => f.name === name);
      if (draft && file) guard(memory.forget(file.shape).then(() => reread({ choices: { ...draft.choices, [name]: {} } })));
    },
    saveMapping: (name) => {
      const { draft } = store.getState();
      const shared = draft && sharedMapping(draft, name);
      const { mapping: words } = textOf(store).import;
      if (shared) download(`${words.file}-${name.replace(/\.\w+$/, '')}.json`, shared.text, 'application/json');
      else say(words.nothingToSave);
    },
    loadMapping: (name, file) =>
      guard(
        file.text().then((content) => {
          const { draft } = store.getState();
          const choices = draft && choicesFromText(content, draft, name);
          if (choices) reread({ choices: { ...draft.choices, [name]: choices } });
          else say(textOf(store).import.mapping.notOne(file.name));
        }),
      ),
    cancelReading: () => {
      stop();
      if (store.getState().draft) store.setState({ draft: applied });
    },
    refusedRows: (name) => guard(import('./refused').then((m) => m.downloadRefused(client, textOf(store), name))),
    startAfresh: () =>
      replace(async () => {
        const { draft, history } = store.getState();
        const bare = bareDiagnosis(history.present.departement);
        if (!draft || !bare) return;
        await openNew(parts, bare, true);
        await read({ ...draft, asUpdates: {}, decisions: {} }, []);
      }),
    acceptDraft: () => !isBusy() && guard(acceptDraft({ store, client }, memory, dispatchAll)),
    dropDraft: () => {
      stop();
      void client.core.dropDraft();
      store.setState({ draft: null });
    },
  };
}

async function acceptDraft(
  { store, client }: Pick<Parts, 'store' | 'client'>,
  memory: MappingMemory,
  dispatchAll: Services['dispatchAll'],
): Promise<void> {
  const { draft, history } = store.getState();
  if (!draft) return;
  const taken = new Set(draft.updates.filter((u) => u.isTaken).map((u) => u.file));
  const beside = draft.files.map((f) => f.name).filter((name) => !taken.has(name));
  const told = tellApart(
    beside,
    history.present.files.map((f) => f.name),
  );
  const names = Object.fromEntries(beside.flatMap((name, i) => (told[i] === name ? [] : [[name, told[i]!]])));
  const commands = await client.core.takeDraft(today(), draft.decisions, names);
  const [first] = commands;
  if (first?.type !== 'addInventory' && first?.type !== 'reimport') return;
  const text = textOf(store);
  store.setState({ draft: null });
  // The browser may clear what it keeps when the disk is full, unless asked not to.
  void navigator.storage?.persist?.();
  const { actors } = first.inventory;
  dispatchAll(commands, acceptedSentence(first, draft, text));
  await memory.keep(draft);
  await tellDuplicates(
    store,
    client,
    actors.map((a) => a.id),
  );
}

/** What an accepted draft has brought; of newer files, their records were told before and their figures are told now. */
function acceptedSentence(
  first: Extract<Command, { type: 'addInventory' | 'reimport' }>,
  { figures }: Draft,
  { import: { update }, ui: { said } }: Text,
): string {
  const { actors, schemes, partnerships } = first.inventory;
  const counts = { actors: actors.length, schemes: schemes.length, partnerships: partnerships.length, figures };
  if (first.type === 'addInventory') return said.added(first.files.length, counts);
  const done = update.done(first.replaces.join(', '));
  const hasFigures = Object.values(figures).some((n) => n > 0);
  const none = { actors: 0, schemes: 0, partnerships: 0 };
  return hasFigures ? `${done} ${said.added(first.files.length, { ...none, figures })}` : done;
}
