import { useState } from 'react';
import type { FoundPlace } from '../import/geocoding';
import { useApp, useServices, useText } from '../panels/useApp';
import type { Placing } from '../state/store';
import { formatNumber } from '../text/format';
import { Button } from '../ui/Button';
import { CheckField } from '../ui/CheckField';
import { DialogBox } from '../ui/DialogBox';
import { Progress } from '../ui/Progress';

type Step = 'offer' | 'sending' | 'answered';
const stepOf = ({ answered, addresses, fault }: Placing): Step =>
  answered === null ? 'offer' : answered < addresses.length && !fault ? 'sending' : 'answered';

/** What had the focus goes with each step: the next one takes it, so that Escape and the screen reader follow. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

/** Addresses placed by the official service: what would be sent, then what was found, to be accepted or not. */
export default function PlacingDialog() {
  const text = useText();
  const { store, show, dispatch, sendAddresses } = useServices();
  const placing = useApp((s) => s.placing);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const t = text.territory.placing;
  if (!placing) return null;
  const close = () => {
    store.setState({ placing: null });
    show(null);
  };
  const chosen = placing.found.filter((f) => (f.isSure ? !refused.has(f.siteId) : accepted.has(f.siteId)));
  const accept = () => {
    const known = new Set(store.getState().history.present.inventory.sites.map((s) => s.id));
    const places = chosen
      .filter((f) => known.has(f.siteId))
      .map(({ siteId, point, precision, commune }) => ({ siteId, point, precision, ...commune }));
    dispatch({ type: 'placeSites', places }, { said: t.placed(places.length) });
    close();
  };
  const choose = (f: FoundPlace, on: boolean) => {
    const [set, put] = f.isSure ? [refused, setRefused] : [accepted, setAccepted];
    const next = new Set(set);
    if (on === f.isSure) next.delete(f.siteId);
    else next.add(f.siteId);
    put(next);
  };
  const step = stepOf(placing);
  return (
    <DialogBox
      title={t.title}
      isOpen
      wide
      closeLabel={text.ui.close}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{step === 'offer' ? t.refuse : t.leave}</Button>
          {placing.fault && <Button onPress={sendAddresses}>{t.retry}</Button>}
          {step === 'offer' ? (
            <Button variant="primary" isDisabled={placing.addresses.length === 0} onPress={sendAddresses}>
              {t.send(placing.addresses.length)}
            </Button>
          ) : (
            <Button variant="primary" isDisabled={step === 'sending' || chosen.length === 0} onPress={accept}>
              {t.accept(chosen.length)}
            </Button>
          )}
        </>
      }
    >
      {step === 'offer' && <WhatIsSent placing={placing} />}
      {step === 'sending' && (
        <section key={step} ref={takeFocus} tabIndex={-1} aria-label={t.progress}>
          <Progress
            label={t.sending(placing.answered ?? 0, placing.addresses.length)}
            share={(placing.answered ?? 0) / placing.addresses.length}
          />
        </section>
      )}
      {step === 'answered' && (
        <section key={step} ref={takeFocus} tabIndex={-1} aria-label={t.results} className="stack tight">
          <Fault placing={placing} />
          {(placing.answered ?? 0) > 0 && <Found placing={placing} isChosen={(f) => chosen.includes(f)} onChoose={choose} />}
        </section>
      )}
    </DialogBox>
  );
}

/** What stopped the sending, and what can be kept all the same. */
function Fault({ placing: { fault, found } }: { readonly placing: Placing }) {
  const t = useText().territory.placing;
  if (!fault) return null;
  return (
    <p className="notice">
      {fault.reason === null ? t.unreadable : t.fault(fault.reason)}
      {found.length > 0 && ` ${t.keepable}`}
    </p>
  );
}

const shownFirst = 6;

/** Before anything leaves: which host, which words, how many, and what is withheld. */
function WhatIsSent({ placing }: { readonly placing: Placing }) {
  const text = useText();
  const t = text.territory.placing;
  const { addresses, withheld, homes } = placing;
  const [first, others] = [addresses.slice(0, shownFirst), addresses.slice(shownFirst)];
  return (
    <div className="stack tight">
      <p className="prose">{addresses.length === 0 ? t.nothing : t.offer(addresses.length)}</p>
      {addresses.length > 0 && (
        <>
          <p className="prose">{t.what}</p>
          <AddressList addresses={first} />
          {others.length > 0 && (
            <details className="small">
              <summary>{t.more(others.length)}</summary>
              <AddressList addresses={others} />
            </details>
          )}
        </>
      )}
      {withheld > 0 && <p className="small muted">{t.withheld(withheld)}</p>}
      {homes > 0 && <p className="small muted">{t.homes(homes)}</p>}
    </div>
  );
}

const AddressList = ({ addresses }: Pick<Placing, 'addresses'>) => (
  <ul className="small">
    {addresses.map((a) => (
      <li key={a.siteId}>{a.address}</li>
    ))}
  </ul>
);

interface FoundProps {
  readonly placing: Placing;
  readonly isChosen: (found: FoundPlace) => boolean;
  readonly onChoose: (found: FoundPlace, on: boolean) => void;
}

/** Sure ones together, doubtful ones one by one. */
function Found({ placing, isChosen, onChoose }: FoundProps) {
  const text = useText();
  const t = text.territory.placing;
  const asked = new Map(placing.addresses.map((a) => [a.siteId, a]));
  const groups = [
    { title: t.sure, found: placing.found.filter((f) => f.isSure) },
    { title: t.doubtful, found: placing.found.filter((f) => !f.isSure) },
  ];
  return (
    <div className="stack tight">
      <p>{t.summary(placing.found.length, (placing.answered ?? 0) - placing.found.length)}</p>
      {groups.map(
        ({ title, found }) =>
          found.length > 0 && (
            <section key={title(0)} className="stack tight">
              <h3>{title(found.length)}</h3>
              <ul className="found-places">
                {found.map((f) => (
                  <li key={f.siteId}>
                    <CheckField isSelected={isChosen(f)} onChange={(on) => onChoose(f, on)}>
                      <strong>{asked.get(f.siteId)?.actorName}</strong>
                      <br />
                      <span className="small">
                        {asked.get(f.siteId)?.address} → {f.label}{' '}
                        <span className="muted">
                          ({text.model.precisions[f.precision]}, {t.score(formatNumber(f.score, text.lang, 2))})
                        </span>
                      </span>
                    </CheckField>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}
