import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import type { Report } from '../../report/report';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { ReportPreview } from './ReportPreview';

type Kind = 'report' | 'fiche';

/** Rapport: read it on screen as it will be printed, then take it out. */
export default function ReportView({ build }: { readonly build: (kind: Kind) => Promise<Report | null> }) {
  const text = useText();
  const { takeOut } = useServices();
  const analysis = useApp((s) => s.analysis);
  const lang = useApp((s) => s.lang);
  const isWorking = useApp((s) => s.work !== null);
  const { title } = useDiagnosis();
  const [kind, setKind] = useState<Kind>('report');
  const [built, setBuilt] = useState<{ readonly kind: Kind; readonly report: Report } | null>(null);
  const [hasFailed, setFailed] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another analysis, title or language is another report
  useEffect(() => {
    let isGone = false;
    setFailed(false);
    build(kind)
      .then((report) => !isGone && report && setBuilt({ kind, report }))
      .catch((error: unknown) => {
        console.error(error);
        if (!isGone) setFailed(true);
      });
    return () => {
      isGone = true;
    };
  }, [build, kind, analysis, title, lang]);
  const t = text.ui.report;
  return (
    <section className="drawing report-screen" aria-labelledby="report-title">
      <header className="drawing-head">
        <div>
          <h1 id="report-title">{t.title}</h1>
          <p className="muted">{t.note}</p>
        </div>
        <div className="drawing-tools">
          <Segmented
            label={t.kind}
            segments={[
              { id: 'report', label: t.full },
              { id: 'fiche', label: t.fiche },
            ]}
            value={kind}
            onChange={setKind}
          />
          {kind === 'fiche' && (
            <Button icon={<Download aria-hidden />} isDisabled={isWorking} onPress={() => takeOut({ output: 'fiche-png' })}>
              {text.ui.outputs['fiche-png']}
            </Button>
          )}
          <Button
            variant="primary"
            icon={<Download aria-hidden />}
            isDisabled={isWorking}
            onPress={() => takeOut({ output: kind === 'report' ? 'report-pdf' : 'fiche-pdf' })}
          >
            {kind === 'report' ? text.ui.outputs['report-pdf'] : text.ui.outputs['fiche-pdf']}
          </Button>
        </div>
      </header>
      {hasFailed ? (
        <p role="alert">{t.noReport}</p>
      ) : built?.kind === kind ? (
        <ReportPreview report={built.report} />
      ) : (
        <p className="muted" role="status">
          {t.building}
        </p>
      )}
    </section>
  );
}
