import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { readingIds } from '../../document/reportNotes';
import { type OutputRequest, useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import type { Report } from '../../report/report';
import type { DocumentKind } from '../../state/view';
import { readingWords } from '../../text/reading';
import { MenuButton, type MenuEntry } from '../../ui/MenuButton';
import { SelectField } from '../../ui/SelectField';
import { Beside } from './Beside';
import { ReportPreview } from './ReportPreview';

type Build = () => Promise<Report | null>;

interface Built {
  readonly kind: DocumentKind;
  readonly report: Report;
}

/** The document that the view asks for, made anew when what it rests on changes; `undefined`: it could not be made. */
function useDocument(build: Build): Built | null | undefined {
  const view = useApp((s) => s.view);
  const lang = useApp((s) => s.lang);
  const territory = useApp((s) => s.territory);
  const analysis = useApp((s) => s.analysis);
  const diagnosis = useDiagnosis();
  const [built, setBuilt] = useState<Built | null | undefined>(null);
  const { document: kind, reportUnit, reportSince } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the build reads the store; these are what its answer rests on
  useEffect(() => {
    let isGone = false;
    build()
      .then((report) => !isGone && report && setBuilt({ kind, report }))
      .catch((error: unknown) => {
        console.error(error);
        if (!isGone) setBuilt(undefined);
      });
    return () => {
      isGone = true;
    };
  }, [build, kind, reportUnit, reportSince, diagnosis, territory, analysis?.mesh, lang]);
  return built;
}

/** Rapport: choose for whom, compose it, write in it, read it on screen as it will be printed, take it out. */
export default function ReportView({ build }: { readonly build: Build }) {
  const text = useText();
  const kind = useApp((s) => s.view.document);
  const built = useDocument(build);
  const t = text.ui.report;
  const words = readingWords(text.lang);
  const reading = kind === 'fiche' ? null : kind;
  const isCurrent = built?.kind === kind;
  return (
    <section className="drawing report-screen" aria-labelledby="report-title">
      <header className="drawing-head">
        <div>
          <h1 id="report-title">{t.title}</h1>
          <p className="muted">{reading ? words.readings[reading].note : words.screen.ficheNote}</p>
        </div>
        <DocumentTools kind={kind} />
      </header>
      {built === undefined ? (
        <p role="alert">{t.noReport}</p>
      ) : isCurrent ? (
        <div className="report-layout">
          {reading && <Beside reading={reading} report={built.report} />}
          <ReportPreview report={built.report} reading={reading} />
        </div>
      ) : (
        <p className="muted" role="status">
          {t.building}
        </p>
      )}
    </section>
  );
}

/** Which document, about which territory, and what can be taken of it. */
function DocumentTools({ kind }: { readonly kind: DocumentKind }) {
  const text = useText();
  const { look, takeOut } = useServices();
  const isWorking = useApp((s) => s.work !== null);
  const unit = useApp((s) => s.view.reportUnit);
  const units = useApp((s) => s.analysis?.units) ?? [];
  const territory = useApp((s) => s.territory?.name) ?? '';
  const words = readingWords(text.lang);
  const { outputs } = words.screen;
  const whole = 'whole';
  const documents = [
    ...readingIds.map((id) => ({ id: id as DocumentKind, label: words.readings[id].name })),
    { id: 'fiche' as const, label: words.screen.fiche },
  ];
  const isKnown = units.some((u) => u.code === unit);
  const entries: readonly (MenuEntry & { readonly id: Extract<OutputRequest['output'], `${string}-${string}`> })[] =
    kind === 'fiche'
      ? [
          { id: 'report-pdf', label: outputs['report-pdf'] },
          { id: 'fiche-png', label: outputs['fiche-png'] },
        ]
      : [
          { id: 'report-pdf', label: outputs['report-pdf'] },
          { id: 'report-html', label: outputs['report-html'] },
          { id: 'report-pages', label: outputs['report-pages'] },
          ...(units.length > 1 ? [{ id: 'units-pdf' as const, label: outputs['units-pdf'](units.length) }] : []),
        ];
  return (
    <div className="drawing-tools">
      <SelectField label={words.screen.document} options={documents} value={kind} onChange={(id) => look({ document: id })} />
      {kind !== 'fiche' && units.length > 1 && (
        <SelectField
          label={words.screen.territory}
          options={[
            { id: whole, label: words.screen.allTerritory(territory) },
            ...units.map((u) => ({ id: u.code, label: u.name })),
          ]}
          value={isKnown ? unit : whole}
          onChange={(id) => look({ reportUnit: id === whole ? null : id })}
        />
      )}
      <MenuButton
        label={text.ui.drawing.export}
        name={text.ui.drawing.exportOf(documents.find((d) => d.id === kind)?.label ?? '')}
        icon={<Download aria-hidden />}
        variant="primary"
        entries={entries.map((e) => ({ ...e, isDisabled: isWorking }))}
        onAction={(id) => takeOut({ output: id } as OutputRequest)}
      />
    </div>
  );
}
