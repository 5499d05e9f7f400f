import { useState } from 'react';
import type { FoundPlace } from '../import/geocoding';
import { useApp, useServices, useText } from '../panels/useApp';
import type { Placing } from '../state/store';
import { formatNumber } from '../text/format';
import { Button } from '../ui/Button';
import { CheckField } from '../ui/CheckField';
import { DialogBox } from '../ui/DialogBox';
import { Progress } from '../ui/Progress';

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
    const places = chosen.map(({ siteId, point, precision, commune }) => ({ siteId, point, precision, ...commune }));
    dispatch({ type: 'placeSites', places }, { said: t.placed(places.length) });
    close();
  };
  const isDone = placing.answered === placing.addresses.length || placing.fault !== null;
  return (
    <DialogBox
      title={t.title}
      isOpen
      wide
      closeLabel={text.ui.close}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{placing.answered === null ? t.refuse : t.leave}</Button>
          {placing.answered === null ? (
            <Button variant="primary" isDisabled={placing.addresses.length === 0} onPress={sendAddresses}>
              {t.send(placing.addresses.length)}
            </Button>
          ) : (
            <Button variant="primary" isDisabled={!isDone || chosen.length === 0} onPress={accept}>
              {t.accept(chosen.length)}
            </Button>
          )}
        </>
      }
    >
      {placing.answered === null ? (
        <WhatIsSent placing={placing} />
      ) : (
        <>
          {!isDone && (
            <Progress
              label={t.sending(placing.answered, placing.addresses.length)}
              share={placing.answered / placing.addresses.length}
            />
          )}
          {placing.fault && <p className="notice">{placing.fault}</p>}
          {isDone && (
            <Found
              placing={placing}
              isChosen={(f) => chosen.includes(f)}
              onChoose={(f, on) => {
                const [set, put] = f.isSure ? [refused, setRefused] : [accepted, setAccepted];
                const next = new Set(set);
                if (on === f.isSure) next.delete(f.siteId);
                else next.add(f.siteId);
                put(next);
              }}
            />
          )}
        </>
      )}
    </DialogBox>
  );
}

const shownFirst = 6;

/** Before anything leaves: which host, which words, how many, and what is withheld. */
function WhatIsSent({ placing }: { readonly placing: Placing }) {
  const text = useText();
  const t = text.territory.placing;
  const { addresses, withheld } = placing;
  return (
    <div className="stack tight">
      <p className="prose">{addresses.length === 0 ? t.nothing : t.offer(addresses.length)}</p>
      {addresses.length > 0 && (
        <>
          <p className="prose">{t.what}</p>
          <ul className="small">
            {addresses.slice(0, shownFirst).map((a) => (
              <li key={a.siteId}>{a.address}</li>
            ))}
            {addresses.length > shownFirst && <li className="muted">{t.more(addresses.length - shownFirst)}</li>}
          </ul>
        </>
      )}
      {withheld > 0 && <p className="small muted">{t.withheld(withheld)}</p>}
    </div>
  );
}

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
    { title: t.doubtful, found: placing.found.filter((f) => !f.isSure).sort((a, b) => b.score - a.score) },
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
