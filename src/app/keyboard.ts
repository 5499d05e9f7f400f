import { type RefObject, useEffect } from 'react';
import type { Services } from '../panels/useApp';

/** Where keys write, or choose by their letter; a box to tick or a file button takes none of ours. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement
    ? !/^(checkbox|radio|file|button)$/.test(target.type)
    : target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));

const isDialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
const isOver = (): boolean => document.querySelector('[role="listbox"], [role="menu"]') !== null;

let leftFrom: HTMLElement | null = null;

/** From what is worked on to the card, and back to where one was. */
function toCardAndBack(): void {
  const card = document.querySelector<HTMLElement>('.focus-card');
  const active = document.activeElement;
  if (!card) return;
  if (card.contains(active)) (leftFrom?.isConnected ? leftFrom : document.getElementById('main'))?.focus();
  else {
    leftFrom = active instanceof HTMLElement ? active : null;
    card.focus();
  }
}

function onKey(e: KeyboardEvent, services: Services, search: HTMLInputElement | null): void {
  if (isDialogOpen()) return;
  const command = e.ctrlKey || e.metaKey;
  const key = e.key.toLowerCase();
  if (command && !isTyping(e.target) && (key === 'z' || key === 'y')) {
    e.preventDefault();
    if (key === 'y' || e.shiftKey) services.redo();
    else services.undo();
  } else if (e.key === '/' && !command && !isTyping(e.target)) {
    e.preventDefault();
    search?.focus();
  } else if (e.key === 'F6') {
    e.preventDefault();
    toCardAndBack();
  } else if (e.key === 'Escape' && !e.defaultPrevented && !isOver() && !isTyping(e.target)) {
    services.focus(null);
  }
}

/** Keys that work everywhere but under a dialog: undo, redo, search, F6 for the card, Escape to close it. */
export function useKeyboard(services: Services, searchRef: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (e: KeyboardEvent) => onKey(e, services, searchRef.current);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [services, searchRef]);
}

/** Files may be dropped anywhere on the page. */
export function useDropAnywhere(services: Services): void {
  useEffect(() => {
    const allow = (e: DragEvent) => {
      if (e.dataTransfer?.types.includes('Files')) e.preventDefault();
    };
    const drop = (e: DragEvent) => {
      if (!e.dataTransfer?.files.length || e.defaultPrevented) return;
      e.preventDefault();
      services.readFiles([...e.dataTransfer.files]);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [services]);
}

/** Files being read, or read and not yet added, would be lost with the page: the browser asks before it goes. */
export function useLeaveGuard({ store }: Services): void {
  useEffect(() => {
    const ask = (e: BeforeUnloadEvent) => {
      const { work, draft } = store.getState();
      if (work?.kind === 'reading' || draft !== null) e.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [store]);
}
