import { type RefObject, useEffect, useRef } from 'react';
import type { Focus, View } from '../../state/view';
import { useServices } from '../useApp';

/** What had the keyboard when a card was opened, and the screen it was on. */
interface Opener {
  readonly element: HTMLElement;
  /** Name of the element, for what leads to another screen and is drawn anew when one comes back. */
  readonly origin: string | undefined;
  readonly view: Pick<View, 'screen' | 'domain' | 'asTable'>;
}

/** Screens are fetched, then drawn: as many frames as that may take. */
const patience = 600;

function focusOrigin(origin: string, left = patience): void {
  // In vain as long as it is not drawn, or in a screen that is not shown yet.
  document.querySelector<HTMLElement>(`[data-origin="${CSS.escape(origin)}"]`)?.focus();
  const isDone = document.activeElement !== document.body;
  if (!isDone && left > 0) requestAnimationFrame(() => focusOrigin(origin, left - 1));
}

/**
 * A card opened by a key takes the keyboard on its title; closed from within, it gives it back to what opened it, on
 * the screen where that was. With the pointer nothing moves.
 */
export function useCardKeyboard(focus: Focus | null, card: RefObject<HTMLElement | null>): void {
  const { store, look } = useServices();
  const pressed = useRef<Opener | null>(null);
  const opener = useRef<Opener | null>(null);

  useEffect(() => {
    const key = () => {
      const { activeElement } = document;
      if (!(activeElement instanceof HTMLElement)) return;
      // What opens the next card from within a card is gone with it: the first opener stays.
      const isWithin = opener.current !== null && card.current?.contains(activeElement);
      const { screen, domain, asTable } = store.getState().view;
      pressed.current = isWithin
        ? opener.current
        : { element: activeElement, origin: activeElement.dataset['origin'], view: { screen, domain, asTable } };
    };
    const point = () => {
      pressed.current = null;
    };
    window.addEventListener('keydown', key, true);
    window.addEventListener('pointerdown', point, true);
    return () => {
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('pointerdown', point, true);
    };
  }, [store, card]);

  useEffect(() => {
    if (focus !== null) {
      opener.current = pressed.current;
      if (opener.current) (card.current?.querySelector('h2') ?? card.current)?.focus();
      return;
    }
    const from = opener.current;
    opener.current = null;
    // Closed by the pointer, or from elsewhere than the card: one stays where one is.
    if (!pressed.current || document.activeElement !== document.body) return;
    // A screen that has been left stays in the page, unseen, until the one that follows is fetched.
    if (from?.element.checkVisibility()) from.element.focus();
    else if (from?.origin !== undefined) {
      look(from.view);
      focusOrigin(from.origin);
    } else if (!pressed.current.element.checkVisibility()) document.getElementById('main')?.focus();
  }, [focus, card, look]);
}
