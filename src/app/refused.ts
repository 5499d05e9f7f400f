import { csvText } from '../model/csv';
import { issueSentence } from '../sentences/imports';
import type { Text } from '../text/fr';
import type { CoreClient } from '../worker/client';
import { download } from './download';

/** The refused rows as read, each with its row and the reason, ready to be mended and dropped again. */
export async function downloadRefused(client: CoreClient, text: Text, name: string): Promise<void> {
  const file = await client.core.refusedRows(name);
  if (!file) return;
  const t = text.ui.inventory;
  const rows = file.refusedRows.map((r) => [...r.cells, String(r.row), issueSentence(r.issue, name, text)]);
  const head = [...file.columns.map((c) => c.header), t.refusedRow, t.refusedReason];
  download(`${text.ui.files.refused}-${name.replace(/\.\w+$/, '')}.csv`, csvText([head, ...rows]), 'text/csv;charset=utf-8');
}
