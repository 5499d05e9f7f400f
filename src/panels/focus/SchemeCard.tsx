import { lazy, Suspense } from 'react';
import type { Diagnosis } from '../../document/diagnosis';
import { type DomainId, domainIds } from '../../model/domains';
import type { Scheme } from '../../model/inventory';
import { indexOf } from '../../state/selectors';
import { LinkButton } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { fieldLabel } from '../fieldWords';
import { useServices, useText } from '../useApp';
import { CardTitle } from './CardTitle';
import { Origin } from './Facts';
import { ToTheMap } from './PlaceCard';

const RecordSheet = lazy(() => import('./RecordSheet'));
const RecordSites = lazy(() => import('./RecordSites'));

/** A scheme: what it offers, to whom; its domains can be set here. */
export function SchemeCard({ id, diagnosis }: { readonly id: string; readonly diagnosis: Diagnosis }) {
  const text = useText();
  const { focus } = useServices();
  const index = indexOf(diagnosis.inventory);
  const scheme = index.schemes.get(id);
  if (!scheme) return <p>{text.ui.card.gone}</p>;
  const actor = index.actors.get(scheme.actorId);
  const sites = scheme.siteIds.flatMap((s) => index.sites.get(s) ?? []);
  return (
    <>
      <p className="muted">{text.ui.card.kinds.scheme}</p>
      <CardTitle>{scheme.name}</CardTitle>
      {scheme.closed && <p className="notice">{text.ui.card.closed}</p>}
      {actor && (
        <p>
          <LinkButton onPress={() => focus({ kind: 'actor', id: actor.id })}>{actor.name}</LinkButton>
        </p>
      )}
      <SchemeDomains scheme={scheme} />
      <Suspense>
        <RecordSheet
          kind="schemes"
          record={scheme}
          diagnosis={diagnosis}
          before={[[text.ui.card.toVerify, scheme.toVerify?.map((f) => fieldLabel('schemes', f, text)).join(', ')]]}
          without={['domains', 'origin', 'originYear']}
        />
        <RecordSites sites={sites} diagnosis={diagnosis} none={text.ui.card.schemeWithoutSite} />
      </Suspense>
      <Origin sources={[scheme.source]} origin={scheme.origin} year={scheme.originYear} />
      <ToTheMap />
    </>
  );
}

function SchemeDomains({ scheme }: { readonly scheme: Scheme }) {
  const text = useText();
  const { dispatch, signed } = useServices();
  const set = (domain: DomainId, on: boolean) =>
    dispatch(
      {
        type: 'editRecords',
        kind: 'schemes',
        edits: [
          { id: scheme.id, changes: { domains: domainIds.filter((d) => (d === domain ? on : scheme.domains.includes(d))) } },
        ],
        ...signed(),
      },
      { said: text.ui.said.domainsSet },
    );
  return (
    <fieldset className="checks">
      <legend>{text.ui.card.domains}</legend>
      {domainIds.map((d) => (
        <CheckField key={d} isSelected={scheme.domains.includes(d)} onChange={(on) => set(d, on)}>
          {text.model.domains[d].name}
        </CheckField>
      ))}
      {scheme.domains.length === 0 && <p className="small">{text.ui.card.withoutDomain}</p>}
    </fieldset>
  );
}
