import type { OutputInput } from '../../src/export/outputs';
import { readData } from './data';

/** The report (or its one-page fiche) as PDF bytes, made as the application makes it. */
export async function writeReport(input: Omit<OutputInput, 'fonts'>, isFiche: boolean): Promise<Uint8Array> {
  const { outputs } = await import('../../src/export/outputs');
  const font = (name: string) => readData(`fonts/${name}`);
  const fonts = async () => ({ regular: font('regular.ttf'), semibold: font('semibold.ttf'), italic: font('italic.ttf') });
  return outputs.find(({ id }) => id === (isFiche ? 'fiche' : 'report'))!.make({ ...input, fonts });
}
