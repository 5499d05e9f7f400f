/** The command line: the same core as the app, without a browser. Messages in French. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { analyse } from '../src/analysis/analyse';
import { apply } from '../src/document/commands';
import { type Diagnosis, emptyDiagnosis } from '../src/document/diagnosis';
import { diagnosticJson } from '../src/export/diagnostic';
import { commandFrom } from '../src/import/accept';
import { type FileInput, type ImportDraft, importFiles } from '../src/import/import';
import type { Territory } from '../src/model/territory';
import { issueSentence } from '../src/sentences/imports';
import { noticeOf } from '../src/sentences/notice';
import { findOpenable } from '../src/territory/departements';
import { tailor } from '../src/territory/tailor';
import { tailoringOf } from '../src/territory/tailoring';
import { formatNumber } from '../src/text/format';
import { fr } from '../src/text/fr';
import { withOwnTerms } from '../src/text/terms';
import { loadDemonstration, loadTerritory } from './cli/data';
import { InputError, PartlyDone } from './cli/inputError';
import { networkHelp, runNetwork } from './cli/network';
import { isProject, readProject } from './cli/project';
import { type ReportFlags, readReportRequest, writeReports } from './cli/report';

const usage = `Maillage en ligne de commande
  maillage import FICHIER… --departement 44 [--json]
  maillage diagnose [FICHIER…] --departement 44 [--json]
  maillage report [FICHIER…] --departement 44 --out rapport.pdf [--fiche]
                  [--reading commission|collectivite|fondation|reseau|public] [--format pdf|html|png]
                  [--mesh all|CODE] [--landscape] [--out DOSSIER/]
  maillage network FICHIER [--group COLONNE] [--nodes FICHIER] [--two-mode] [--json]
Sans fichier : la démonstration pour le 44 et pour le 00 (département fictif), le territoire seul ailleurs.
Un projet (.maillage) se donne seul, à diagnose ou à report.
Options : --domaine sante|logement|emploi|mentorat (donné aux fichiers sans domaine), --date AAAA-MM-JJ.`;

interface Options {
  readonly files: readonly string[];
  readonly territory: Territory;
  readonly today: string;
  readonly json: boolean;
  readonly report: ReportFlags;
  readonly domains: readonly string[];
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      departement: { type: 'string' },
      json: { type: 'boolean' },
      out: { type: 'string' },
      fiche: { type: 'boolean' },
      reading: { type: 'string' },
      format: { type: 'string' },
      mesh: { type: 'string' },
      landscape: { type: 'boolean' },
      date: { type: 'string' },
      domaine: { type: 'string', multiple: true },
    },
  });
  const code = values.departement?.toUpperCase();
  if (code === undefined) throw new InputError('Indiquez le département : --departement 44.');
  if (!findOpenable(code))
    throw new InputError(`« ${code} » n'est pas un code de département (01 à 95, 2A, 2B, 971 à 974, 976).`);
  const today = values.date ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new InputError(`La date « ${today} » n'est pas de la forme AAAA-MM-JJ.`);
  for (const d of values.domaine ?? [])
    if (!(d in fr.model.domains))
      throw new InputError(`« ${d} » n'est pas un domaine (${Object.keys(fr.model.domains).join(', ')}).`);
  return {
    files: positionals,
    territory: loadTerritory(code),
    today,
    json: values.json ?? false,
    report: values,
    domains: values.domaine ?? [],
  };
}

function readInput(path: string): FileInput {
  try {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch {
    throw new InputError(`Le fichier « ${path} » n'existe pas ou ne peut pas être lu.`);
  }
}

function showProgress(progress: { file: string; done: number; total: number }): void {
  if (!process.stderr.isTTY) return;
  const end = progress.done === progress.total ? '\n' : '';
  process.stderr.write(
    `\rlecture de « ${progress.file} » : ${formatNumber(progress.done, 'fr')} / ${formatNumber(progress.total, 'fr')} lignes${end}`,
  );
}

async function readDraft(inputs: readonly FileInput[], o: Options): Promise<ImportDraft> {
  const overrides = Object.fromEntries(inputs.map((f) => [f.name, { domains: o.domains as never[] }]));
  const context = {
    territory: o.territory,
    today: o.today,
    existing: { actors: [], sites: [], schemes: [], partnerships: [] },
    overrides,
  };
  const draft = await importFiles(inputs, context, { onProgress: showProgress });
  const unusable = draft.files.flatMap((f) =>
    f.issues.filter((i) => i.severity === 'fatal').map((i) => issueSentence(i, f.name, fr)),
  );
  if (unusable.length > 0) throw new InputError(unusable.join('\n'));
  return draft;
}

async function readDiagnosis(o: Options): Promise<Diagnosis> {
  const departement = findOpenable(o.territory.code)!;
  const demonstration = o.files.length === 0 ? loadDemonstration(departement.code) : null;
  const inputs = demonstration ?? o.files.map(readInput);
  if (o.files.some(isProject)) return readProject(inputs, departement.code);
  const start = {
    ...emptyDiagnosis(departement.code, departement.name, departement.mesh),
    demonstration: demonstration !== null,
  };
  return inputs.length === 0 ? start : apply(start, commandFrom(await readDraft(inputs, o), o.today));
}

async function runImport(o: Options): Promise<void> {
  if (o.files.length === 0) throw new InputError('Indiquez au moins un fichier à lire.');
  const draft = await readDraft(o.files.map(readInput), o);
  const files = draft.files.map((f) => ({
    name: f.name,
    format: f.format,
    encoding: f.encoding,
    delimiter: f.delimiter,
    rows: f.rows,
    issues: f.issues.map((i) => ({
      code: i.code,
      severity: i.severity,
      row: i.row,
      column: i.column,
      text: issueSentence(i, f.name, fr),
    })),
  }));
  const sites = new Map(draft.inventory.sites.map((s) => [s.id, s]));
  const placed = draft.inventory.schemes.filter((s) => s.siteIds.some((id) => sites.get(id)?.point)).length;
  const { actors, schemes, partnerships } = draft.inventory;
  const totals = { actors: actors.length, schemes: schemes.length, partnerships: partnerships.length, placed };
  if (o.json) return void console.log(JSON.stringify({ files, totals }, null, 1));
  for (const f of files) {
    console.log(
      `« ${f.name} » : ${fr.import.formats[f.format] ?? f.format}, ${f.encoding}${f.delimiter ? `, ${fr.import.delimiters[f.delimiter] ?? f.delimiter}` : ''}`,
    );
    console.log(
      `  ${f.rows.read} lignes lues = ${f.rows.kept} gardées + ${f.rows.merged} fusionnées + ${f.rows.refused} refusées`,
    );
    for (const i of f.issues.slice(0, 20)) console.log(`  - ${i.text}`);
    if (f.issues.length > 20) console.log(`  … et ${f.issues.length - 20} autres remarques (--json pour toutes)`);
  }
  console.log(
    `Total : ${totals.actors} acteurs, ${totals.schemes} dispositifs dont ${totals.placed} placés, ${totals.partnerships} partenariats.`,
  );
}

async function runDiagnose(o: Options): Promise<void> {
  const diagnosis = await readDiagnosis(o);
  const territory = tailor(o.territory, tailoringOf(diagnosis));
  const analysis = analyse(diagnosis, territory);
  const json = diagnosticJson(diagnosis, analysis, territory, fr);
  if (o.json) return void process.stdout.write(json);
  const { gaps, network } = JSON.parse(json) as {
    gaps: { sentence: string }[];
    network: { nodes: number; statedEdges: number; isolates: string[] };
  };
  const notice = noticeOf(diagnosis, fr);
  if (notice) console.log(notice.short);
  console.log(`${o.territory.name} (${o.territory.code}) : ${gaps.length} besoins non couverts repérés.`);
  for (const gap of gaps.slice(0, 10)) console.log(`- ${gap.sentence}`);
  console.log(
    `Réseau : ${network.nodes} acteurs, ${network.statedEdges} liens constatés, ${network.isolates.length} acteurs sans lien connu.`,
  );
}

async function runReport(o: Options): Promise<void> {
  const request = readReportRequest(o.report);
  const diagnosis = await readDiagnosis(o);
  const territory = tailor(o.territory, tailoringOf(diagnosis));
  const analysis = analyse(diagnosis, territory);
  await writeReports(request, { diagnosis, analysis, territory, text: withOwnTerms(fr, diagnosis.lists), date: o.today });
}

const onInventory = (command: (o: Options) => Promise<void>) => (args: readonly string[]) => command(readOptions(args));

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  import: onInventory(runImport),
  diagnose: onInventory(runDiagnose),
  report: onInventory(runReport),
  network: runNetwork,
};

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) {
    console.error(`${usage}\n\n${networkHelp}`);
    return name === '' || name === '--help' || name === 'aide' ? 0 : 2;
  }
  try {
    await command(args);
    return 0;
  } catch (error) {
    if (error instanceof PartlyDone) {
      console.error(error.message);
      return 1;
    }
    const isOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!(error instanceof InputError) && !isOption) throw error;
    console.error(isOption ? `Option non reconnue : ${(error as Error).message}\n${usage}` : (error as Error).message);
    return 2;
  }
}

process.exitCode = await main();
