import { zipSync } from 'fflate';

/** Files of one archive, as they are: PDF and PNG are compressed already. Dated, so that the same files give the same bytes. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], date: string): Uint8Array {
  const mtime = new Date(`${date}T12:00:00`);
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime });
}
