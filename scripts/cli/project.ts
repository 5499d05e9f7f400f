import type { Diagnosis } from '../../src/document/diagnosis';
import type { FileInput } from '../../src/import/import';
import { unpackProject } from '../../src/storage/projectFile';
import { fr } from '../../src/text/fr';
import { InputError } from './inputError';

/** Whether a path names a project file. */
export const isProject = (path: string): boolean => /\.maillage$/i.test(path);

/** The diagnosis of a project file, which must be the only input and of the département asked. */
export async function readProject(inputs: readonly FileInput[], departement: string): Promise<Diagnosis> {
  const project = inputs.find((f) => isProject(f.name));
  if (!project || inputs.length > 1) throw new InputError(`« ${project?.name} » est un projet : donnez-le seul.`);
  const read = await unpackProject(Uint8Array.from(project.bytes));
  if (!read.ok) throw new InputError(fr.ui.said.projectFaults(project.name, read.fault.code, read.fault.detail));
  if (read.value.departement !== departement)
    throw new InputError(
      `« ${project.name} » porte sur le département ${read.value.departement} : --departement ${read.value.departement}.`,
    );
  return read.value;
}
