import { Trash2, Upload } from 'lucide-react';
import { useMemo } from 'react';
import type { ImportedFile } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { formatDate, formatNumber } from '../../text/format';
import { Button } from '../../ui/Button';
import { CompactSelect } from '../../ui/CompactSelect';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { FileChooser, FileDrop } from '../../ui/FileDrop';
import { MergeDialog } from './MergeDialog';

/** Where files come in, and those that are already there. */
export function FilesPanel() {
  const text = useText();
  const { readFiles, joinFile } = useServices();
  return (
    <div className="stack">
      <FileDrop
        prompt={text.ui.inventory.drop}
        chooseLabel={text.ui.inventory.choose}
        icon={<Upload aria-hidden className="drop-icon" />}
        onFiles={readFiles}
      />
      <h2>{text.ui.inventory.present}</h2>
      <FilesTable />
      <Completeness />
      <div>
        <FileChooser
          label={text.ui.inventory.openProject}
          variant="plain"
          multiple={false}
          accept=".maillage"
          onFiles={readFiles}
        />
      </div>
      <div className="stack tight">
        <div>
          <FileChooser
            label={text.merge.open}
            variant="plain"
            multiple={false}
            accept=".maillage"
            onFiles={([file]) => file && joinFile(file)}
          />
        </div>
        <p className="small muted">{text.merge.note}</p>
      </div>
      <MergeDialog />
    </div>
  );
}

function FilesTable() {
  const text = useText();
  const { dispatch } = useServices();
  const { files, inventory, settings } = useDiagnosis();
  const t = text.ui.inventory;
  const columns = useMemo((): TableColumn<ImportedFile>[] => {
    const count = (key: 'read' | 'kept' | 'merged' | 'refused'): TableColumn<ImportedFile> => ({
      key,
      label: t[key],
      align: 'end',
      render: (f) => formatNumber(f[key], text.lang),
      sort: (f) => f[key],
    });
    const lacking = (name: string) => inventory.schemes.filter((s) => s.source.file === name && s.domains.length === 0).length;
    return [
      { key: 'name', label: text.ui.table.file, rowHeader: true, render: (f) => f.name, sort: (f) => f.name },
      { key: 'format', label: t.format, render: (f) => text.import.formats[f.format] ?? f.format },
      { key: 'on', label: t.importedOn, render: (f) => formatDate(f.importedOn, text.lang), sort: (f) => f.importedOn },
      count('read'),
      count('kept'),
      count('merged'),
      count('refused'),
      {
        key: 'domains',
        label: text.ui.table.domains,
        render: (f) =>
          lacking(f.name) > 0 && (
            <span className="line">
              <span>{t.withoutDomain(lacking(f.name))}</span>
              <CompactSelect<DomainId>
                label={t.domainsOf(f.name)}
                placeholder={t.chooseDomain}
                value=""
                options={settings.domains.map((d) => ({ id: d, label: text.model.domains[d].name }))}
                onChange={(d) =>
                  dispatch({ type: 'assignDomains', file: f.name, domains: [d] }, { said: text.ui.said.domainsSet })
                }
              />
            </span>
          ),
      },
      {
        key: 'remove',
        label: <span className="visually-hidden">{t.remove}</span>,
        align: 'end',
        render: (f) => (
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden />}
            aria-label={t.removeName(f.name)}
            onPress={() => dispatch({ type: 'removeFile', name: f.name }, { said: text.ui.said.removed(f.name) })}
          />
        ),
      },
    ];
  }, [t, text, inventory, settings.domains, dispatch]);
  return <DataTable caption={t.present} columns={columns} rows={files} rowKey={(f) => f.name} emptyText={t.noFile} />;
}

/** What keeps records from counting. */
function Completeness() {
  const text = useText();
  const totals = useApp((s) => s.analysis?.totals);
  const { offerPlacing } = useServices();
  if (!totals || totals.schemes === 0) return null;
  return (
    <div className="line">
      <p className="muted">
        {[text.ui.inventory.withoutDomain(totals.withoutDomain), text.ui.inventory.withoutPosition(totals.withoutPosition)].join(
          ' · ',
        )}
      </p>
      <Button onPress={offerPlacing}>{text.territory.placing.action}</Button>
    </div>
  );
}
