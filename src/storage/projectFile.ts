import type { Diagnosis } from '../document/diagnosis';
import { failure, type Result } from '../model/result';

export interface ProjectFault {
  readonly code: string;
  readonly detail: string;
  /** What is whole of a damaged one, and the paths of what is not. */
  readonly whole?: { readonly diagnosis: Diagnosis; readonly lost: readonly string[] };
}

// The validator is only needed when something is read back.
const codec = () => import('../document/projectFile');

/** A project as text, for a checkpoint. */
export const projectText = async (diagnosis: Diagnosis): Promise<string> => (await codec()).encodeProject(diagnosis);

/** A checkpoint read back. */
export const readProjectText = async (text: string): Promise<Result<Diagnosis, ProjectFault>> =>
  (await codec()).decodeProject(text);

/** The project file: gzip JSON. */
export async function packProject(diagnosis: Diagnosis): Promise<Blob> {
  const stream = new Blob([await projectText(diagnosis)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': 'application/gzip' } }).blob();
}

/** Reads a project file, gzip or plain JSON. */
export async function unpackProject(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Diagnosis, ProjectFault>> {
  try {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const blob = new Blob([bytes]);
    const text = isGzip
      ? await new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text()
      : await blob.text();
    return readProjectText(text);
  } catch (error) {
    return failure({ code: 'not-json', detail: error instanceof Error ? error.message : '' });
  }
}
