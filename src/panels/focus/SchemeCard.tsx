import type { Diagnosis } from '../../document/diagnosis';
import { type DomainId, domainIds } from '../../model/domains';
import type { Scheme } from '../../model/inventory';
import { indexOf } from '../../state/selectors';
import { formatNumber } from '../../text/format';
import type { Text } from '../../text/fr';
import { LinkButton } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { useServices, useText } from '../useApp';
import { CardTitle } from './CardTitle';
import { Facts, Origin } from './Facts';
import { ToTheMap } from './PlaceCard';

function ages(scheme: Scheme, text: Text): string {
  if (scheme.ageMin === undefined && scheme.ageMax === undefined) return text.ui.values.unknown;
  return text.ui.values.ages(scheme.ageMin ?? null, scheme.ageMax ?? null);
}

const listed = (items: readonly string[] | undefined, text: Text): string =>
  items && items.length > 0 ? items.join(', ') : text.ui.values.unknown;

/** A scheme: what it offers, to whom; its domains can be set here. */
export function SchemeCard({ id, diagnosis }: { readonly id: string; readonly diagnosis: Diagnosis }) {
  const text = useText();
  const { focus } = useServices();
  const index = indexOf(diagnosis.inventory);
  const scheme = index.schemes.get(id);
  if (!scheme) return <p>{text.ui.card.gone}</p>;
  const actor = index.actors.get(scheme.actorId);
  const sites = scheme.siteIds.flatMap((s) => index.sites.get(s) ?? []);
  const num = (value: number | undefined) => (value === undefined ? text.ui.values.unknown : formatNumber(value, text.lang));
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
      <Facts
        facts={[
          [
            text.ui.card.commune,
            listed([...new Set(sites.map((s) => s.communeName ?? s.communeCode ?? text.ui.values.unknown))], text),
          ],
          [
            text.ui.card.publics,
            listed(
              scheme.publics?.map((p) => text.model.publics[p]),
              text,
            ),
          ],
          [text.ui.card.dedication, scheme.dedication ? text.model.dedications[scheme.dedication] : text.ui.values.unknown],
          [text.ui.card.ages, ages(scheme, text)],
          [text.ui.card.places, num(scheme.places)],
          [text.ui.card.zone, listed(scheme.zone, text)],
          [text.ui.card.mode, scheme.mode ? text.model.modes[scheme.mode] : text.ui.values.unknown],
          [text.ui.card.funders, listed(scheme.funders, text)],
          [
            text.ui.card.needs,
            listed(
              scheme.needs.map((n) => text.model.needs[n]),
              text,
            ),
          ],
          [text.ui.card.verification, scheme.verification && text.model.verifications[scheme.verification]],
          [text.ui.card.toVerify, scheme.toVerify?.join(', ')],
        ]}
      />
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
