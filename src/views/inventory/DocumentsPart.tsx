import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReferenceDocument } from '../../document/diagnosis';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { formatDate } from '../../text/format';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { DocumentDialog } from './DocumentDialog';

/** The register of documents that set objectives. */
export function DocumentsPart() {
  const text = useText();
  const { dispatch } = useServices();
  const { documents = [] } = useDiagnosis();
  const [edited, setEdited] = useState<ReferenceDocument | 'new' | null>(null);
  const t = text.quality.documents;
  const columns: TableColumn<ReferenceDocument>[] = [
    { key: 'title', label: t.titleField, rowHeader: true, width: '34%', render: (d) => <TitleOf document={d} /> },
    { key: 'kind', label: t.kind, render: (d) => t.kinds[d.kind] },
    { key: 'date', label: t.date, render: (d) => (d.date === undefined ? '' : formatDate(d.date, text.lang)) },
    { key: 'objectives', label: t.objectiveLabel, render: (d) => t.objectives(d.objectives.length) },
    {
      key: 'actions',
      label: text.compare.columns.actions,
      render: (d) => (
        <span className="line">
          <Button icon={<Pencil aria-hidden />} aria-label={t.editOf(d.title)} onPress={() => setEdited(d)}>
            {t.edit}
          </Button>
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden />}
            aria-label={t.removeOf(d.title)}
            onPress={() => dispatch({ type: 'setDocument', id: d.id, document: null }, { said: t.removed(d.title) })}
          >
            {t.remove}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <p className="muted prose">{t.note}</p>
      <div>
        <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setEdited('new')}>
          {t.add}
        </Button>
      </div>
      <DataTable caption={t.title} columns={columns} rows={documents} rowKey={(d) => d.id} emptyText={t.none} />
      {edited && <DocumentDialog document={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** The title, a link where the document has an address; a file of somebody else may hold any text there. */
function TitleOf({ document: { title, link } }: { readonly document: ReferenceDocument }) {
  return link && /^https?:\/\//i.test(link) ? (
    <a href={link} target="_blank" rel="noreferrer noopener">
      {title}
    </a>
  ) : (
    title
  );
}
