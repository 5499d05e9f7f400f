/** `maillage report`: one document, or one per unit of the mesh, as PDF, HTML or PNG. */
import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Diagnosis } from '../../src/document/diagnosis';
import { choiceOf, noteReport, type ReadingId, readingIds } from '../../src/document/reportNotes';
import type { ReportInput } from '../../src/report/input';
import { formatNumber } from '../../src/text/format';
import { type Job, type MadeFile, reasonOf, runJobs, sha256, writeWhole } from './batch';
import { readData } from './data';
import { type Format, formats, makeDocument } from './document';
import { InputError, PartlyDone } from './inputError';

export interface ReportRequest {
  readonly kind: ReadingId | 'fiche';
  readonly format: Format;
  readonly isLandscape: boolean;
  /** "all", the code of a unit, or null: the whole territory. */
  readonly mesh: string | null;
  readonly out: string;
  readonly isFolder: boolean;
}

/** What the command line says of a report, as it is written there. */
export interface ReportFlags {
  readonly reading?: string | undefined;
  readonly format?: string | undefined;
  readonly mesh?: string | undefined;
  readonly landscape?: boolean | undefined;
  readonly fiche?: boolean | undefined;
  readonly out?: string | undefined;
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T => (list as readonly string[]).includes(value);

const isFolderNow = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The format that the end of a file name says, or null. */
function formatOfName(path: string): Format | null {
  const end = extname(path).slice(1).toLowerCase();
  if (end === 'htm') return 'html';
  return isOneOf(formats, end) ? end : null;
}

function readFormat({ format, out = '' }: ReportFlags): Format {
  const named = isFolderNow(out) ? null : formatOfName(out);
  const asked = format ?? named ?? 'pdf';
  if (!isOneOf(formats, asked)) throw new InputError(`« ${asked} » n'est pas un format (${formats.join(', ')}).`);
  if (named !== null && named !== asked)
    throw new InputError(`« ${out} » finit par ${extname(out)}, mais le format demandé est ${asked}.`);
  return asked;
}

function readKind({ reading, fiche, mesh, landscape }: ReportFlags): ReadingId | 'fiche' {
  if (fiche) {
    const other = [reading !== undefined && '--reading', mesh !== undefined && '--mesh', landscape && '--landscape'].find(
      Boolean,
    );
    if (other) throw new InputError(`--fiche est une page A4 de tout le territoire : elle ne se combine pas avec ${other}.`);
    return 'fiche';
  }
  const asked = reading ?? 'commission';
  if (!isOneOf(readingIds, asked)) throw new InputError(`« ${asked} » n'est pas une lecture (${readingIds.join(', ')}).`);
  if (asked === 'public' && landscape) throw new InputError('Le livret (public) est en A5 : --landscape ne peut pas le coucher.');
  return asked;
}

/** Where to write: a file where the name says its format or is that of a file, a folder elsewhere. */
function readFolder(out: string, format: Format, mesh: string | null): boolean {
  const isFile = !isFolderNow(out) && !/[\\/]$/.test(out) && (existsSync(out) || formatOfName(out) !== null);
  const many = mesh === 'all' ? '--mesh all' : format === 'png' ? '--format png' : null;
  if (isFile && many !== null)
    throw new InputError(`Avec ${many}, plusieurs fichiers sont écrits : --out nomme un dossier (« ${out} » n'en est pas un).`);
  return !isFile;
}

/** The request that the flags make; throws a French sentence that names what is allowed. */
export function readReportRequest(flags: ReportFlags): ReportRequest {
  const { out, mesh = null, landscape = false } = flags;
  if (!out) throw new InputError('Indiquez où écrire le rapport : --out rapport.pdf, ou --out dossier/.');
  const kind = readKind(flags);
  const format = readFormat(flags);
  return { kind, format, isLandscape: landscape, mesh, out, isFolder: readFolder(out, format, mesh) };
}

type Unit = Pick<ReportInput['analysis']['units'][number], 'code' | 'name'>;

/** The units that the request is about; null stands for the whole territory. */
function unitsOf({ mesh }: ReportRequest, { units }: ReportInput['analysis']): (Unit | null)[] {
  if (mesh === null) return [null];
  if (mesh === 'all') return [...units];
  const unit = units.find((u) => u.code === mesh);
  if (unit) return [unit];
  const known = units.map((u) => `${u.code} ${u.name}`).join(', ');
  throw new InputError(`« ${mesh} » n'est pas le code d'un territoire de lecture. --mesh all, ou l'un de : ${known}.`);
}

/** The diagnosis as its user would have laid it: on its side where the request says so. */
function laid(diagnosis: Diagnosis, { kind, isLandscape }: ReportRequest): Diagnosis {
  if (!isLandscape || kind === 'fiche') return diagnosis;
  return noteReport(diagnosis, { type: 'setReading', choice: { ...choiceOf(diagnosis, kind), landscape: true } });
}

/** A code as a part of a file name: those of sectors are the user's own words. */
const slug = (code: string): string => code.replace(/[^\p{L}\p{N}_-]+/gu, '-');

function jobsOf(request: ReportRequest, units: readonly (Unit | null)[], input: ReportInput): Job[] {
  const { version } = JSON.parse(new TextDecoder().decode(readData('../package.json'))) as { version: string };
  const { kind, format } = request;
  const of = sha256(JSON.stringify([version, input.date, input.diagnosis]));
  const stems = new Set<string>();
  return units.map((unit) => {
    const plain = ['maillage', input.diagnosis.departement, kind, ...(unit ? [slug(unit.code)] : [])].join('-');
    const stem = stems.has(plain) ? `${plain}-${stems.size + 1}` : plain;
    stems.add(stem);
    const make = async (): Promise<MadeFile[]> => {
      const files = await makeDocument(request, unit?.code ?? null, input);
      const nameOf = (i: number) =>
        format === 'png' ? `${stem}-page-${String(i + 1).padStart(3, '0')}.png` : `${stem}.${format}`;
      return files.map((bytes, i) => ({ name: nameOf(i), bytes }));
    };
    const about = unit ? `${unit.name} (${unit.code})` : `${input.territory.name} (${input.territory.code})`;
    return { stem, extension: format, about, of: sha256(JSON.stringify([of, kind, format, unit?.code ?? null])), make };
  });
}

async function writeFolder(request: ReportRequest, jobs: readonly Job[]): Promise<void> {
  const { written, kept, failures } = await runJobs(request.out, jobs, (line) => console.error(line));
  const count = (n: number, one: string, many: string) => `${formatNumber(n, 'fr')} ${n > 1 ? many : one}`;
  const was = kept > 0 ? `, ${count(kept, 'déjà fait', 'déjà faits')}` : '';
  console.log(`« ${join(request.out, '/')} » : ${count(written, 'fichier écrit', 'fichiers écrits')}${was}.`);
  if (failures.length === 0) return;
  const list = failures.map(({ about, reason }) => `- ${about} : ${reason}`);
  throw new PartlyDone([`${count(failures.length, 'document manque', 'documents manquent')} :`, ...list].join('\n'));
}

/** Makes and writes what the request asks of a diagnosis that was read and analysed. */
export async function writeReports(request: ReportRequest, given: ReportInput): Promise<void> {
  const input = { ...given, diagnosis: laid(given.diagnosis, request) };
  const units = unitsOf(request, input.analysis);
  if (request.isFolder) return writeFolder(request, jobsOf(request, units, input));
  const [bytes] = await makeDocument(request, units[0]?.code ?? null, input);
  try {
    writeWhole(request.out, bytes!);
  } catch (error) {
    throw new InputError(`Impossible d'écrire « ${request.out} » : ${reasonOf(error)}. Vérifiez le dossier et les droits.`);
  }
  console.log(`« ${request.out} » écrit (${formatNumber(Math.round(bytes!.length / 1000), 'fr')} ko).`);
}
