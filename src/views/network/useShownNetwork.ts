import { useEffect, useMemo } from 'react';
import { numbersOf } from '../../analysis/actorTraits';
import type { NetworkReading } from '../../analysis/analysis';
import { newInNetwork } from '../../analysis/compareRecords';
import {
  around,
  circlesNetwork,
  departementIds,
  networkOnDay,
  partOf,
  pathBetween,
  withoutActors,
} from '../../analysis/networkParts';
import type { Diagnosis } from '../../document/diagnosis';
import { looksOf } from '../../figures/actorLooks';
import { useApp, useDiagnosis, useEarlier, useServices, useText } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';
import type { View } from '../../state/view';
import { focusedIds, type NetworkModel, type NetworkTool, networkModel } from './networkModel';
import { geographicPlaces, screenPlaces } from './screenPlaces';

/** The actor in focus, as far as it is in the network. */
export function focusedActor(view: View, diagnosis: Diagnosis): string | null {
  if (view.focus?.kind === 'tie') return null;
  const [id] = focusedIds({ view, diagnosis });
  return id ?? null;
}

/** The network that the view asks for: with the département or without, actors alone or with what they share. */
function useNetwork(): NetworkReading | null {
  const whole = useApp((s) => s.analysis?.network ?? null);
  const { withoutDepartement, arrangement } = useApp((s) => s.view);
  const { inventory } = useDiagnosis();
  return useMemo(() => {
    if (!whole) return null;
    const read = withoutDepartement ? withoutActors(whole, departementIds(inventory)) : whole;
    return arrangement === 'circles' ? circlesNetwork(read) : read;
  }, [whole, withoutDepartement, arrangement, inventory]);
}

/** The part of it that is drawn: of a day, around an actor. */
function useDrawn(network: NetworkReading | null): NetworkReading | null {
  const view = useApp((s) => s.view);
  const diagnosis = useDiagnosis();
  const centre = view.around === null ? null : focusedActor(view, diagnosis);
  const { networkOn, around: depth } = view;
  return useMemo(() => {
    if (!network) return null;
    const { partnerships } = indexOf(diagnosis.inventory);
    const ofDay = networkOn ? networkOnDay(network, partnerships, networkOn) : network;
    return centre && depth ? partOf(ofDay, around(ofDay, new Set([centre]), depth)) : ofDay;
  }, [network, diagnosis.inventory, networkOn, centre, depth]);
}

/** Where everything stands; null: being computed. */
function usePlaces(network: NetworkReading | null, drawn: NetworkReading | null) {
  const { layOut } = useServices();
  const view = useApp((s) => s.view);
  const positions = useApp((s) => s.positions);
  const territory = useApp((s) => s.territory);
  const { inventory, settings, pins } = useDiagnosis();
  const isThere = positions !== null && positions.of === network;
  const onTerritory = view.arrangement === 'places';
  useEffect(() => {
    if (network && !isThere && !onTerritory) layOut(network);
  }, [network, isThere, onTerritory, layOut]);
  return useMemo(() => {
    if (!drawn || !territory) return null;
    if (onTerritory) return geographicPlaces(drawn, inventory, territory, settings.showProtectedPlaces);
    if (!isThere) return null;
    const waiting = view.withPending ? drawn.pending.filter((t) => t.status !== 'termine').flatMap((t) => [t.a, t.b]) : [];
    const tied = new Set([...drawn.nodes.filter((n) => n.degree > 0).map((n) => n.id), ...waiting]);
    const kept = new Map([...positions.places].filter(([id]) => tied.has(id)));
    return { places: screenPlaces(drawn, kept, view.arrangement === 'ties' ? pins : []), ground: null };
  }, [
    drawn,
    territory,
    onTerritory,
    isThere,
    positions,
    inventory,
    settings.showProtectedPlaces,
    pins,
    view.withPending,
    view.arrangement,
  ]);
}

interface Hand {
  readonly tool: NetworkTool;
  readonly linkFrom: string | null;
}

/** What the graph draws, and the path asked for; no model: it is being computed. */
export function useShownNetwork({ tool, linkFrom }: Hand) {
  const text = useText();
  const view = useApp((s) => s.view);
  const analysis = useApp((s) => s.analysis);
  const territory = useApp((s) => s.territory);
  const findings = useApp((s) => s.networkFindings);
  const diagnosis = useDiagnosis();
  const network = useNetwork();
  const drawn = useDrawn(network);
  const placed = usePlaces(network, drawn);
  const earlier = useEarlier();
  const { inventory } = diagnosis;
  const since = useMemo(() => (earlier ? newInNetwork(earlier.diagnosis.inventory, inventory) : null), [earlier, inventory]);
  const looks = useMemo(() => {
    if (!analysis || !territory) return null;
    const { domain, colourBy: by } = view;
    const communities = findings?.communities ?? null;
    return looksOf({ by, network: analysis.network, inventory, territory, domain, communities, domains: analysis.domains, text });
  }, [analysis, territory, inventory, view, findings, text]);
  const sizes = useMemo(
    () =>
      drawn && territory
        ? numbersOf(view.sizeBy, { network: drawn, inventory, territory }, findings?.betweenness ?? null)
        : new Map<string, number>(),
    [drawn, territory, inventory, view.sizeBy, findings],
  );
  const from = focusedActor(view, diagnosis);
  const path = useMemo(() => {
    const to = view.pathTo;
    const isThere = (id: string) => drawn?.nodes.some((n) => n.id === id);
    return drawn && from && to && isThere(from) && isThere(to) ? { from, to, ids: pathBetween(drawn, from, to) } : null;
  }, [drawn, from, view.pathTo]);
  const model = useMemo((): NetworkModel | null => {
    if (!drawn || !placed || !looks) return null;
    const { places, ground } = placed;
    return networkModel({
      network: drawn,
      diagnosis,
      view,
      places,
      looks,
      sizes,
      since,
      tool,
      linkFrom,
      ground,
      path: path?.ids ?? null,
    });
  }, [drawn, placed, looks, sizes, diagnosis, view, since, tool, linkFrom, path]);
  return { model, drawn, path, since: earlier?.name ?? null };
}
