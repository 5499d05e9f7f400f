import { commentKey, type OwnText, type ReadingId } from '../document/reportNotes';
import type { ReportInput } from './input';
import { finalText } from './input';
import type { Block, Inline, Section } from './report';

const plain = (text: readonly Inline[]): string => text.map((t) => (typeof t === 'string' ? t : t.text)).join('');

/** What the user wrote at a place of a reading. */
export function ownTextOf(input: ReportInput, reading: ReadingId, key: string): OwnText | null {
  return input.diagnosis.reportTexts?.find((t) => t.reading === reading && t.key === key) ?? null;
}

/** A text of the user as paragraphs: a blank line parts them. The first one carries its place. */
export function ownParagraphs(own: OwnText, computed: string, input: ReportInput): Block[] {
  const stale = own.of !== computed ? { isStale: true as const } : {};
  return own.text
    .split(/\n\s*\n/)
    .map((part) => part.trim().replace(/\s*\n\s*/g, ' '))
    .filter((part) => part !== '')
    .map((part, i): Block => {
      const text = [finalText(part, input)];
      return i === 0
        ? { kind: 'paragraph', text, edit: { key: own.key, computed, own: own.text, ...stale } }
        : { kind: 'paragraph', text };
    });
}

/** Sections with the user's words in the place of the computed ones, and with what the user says at their head. */
export function withOwnTexts(sections: readonly Section[], reading: ReadingId, input: ReportInput): Section[] {
  return sections.map((section) => {
    const comment = section.level === 1 ? ownTextOf(input, reading, commentKey(section.id)) : null;
    const blocks = section.blocks.flatMap((block): Block[] => {
      if (block.kind !== 'paragraph' || !block.edit) return [block];
      const key = `${section.id}/${block.edit.key}`;
      const computed = plain(block.text);
      const own = ownTextOf(input, reading, key);
      return own ? ownParagraphs(own, computed, input) : [{ ...block, edit: { key, computed } }];
    });
    return { ...section, blocks: [...(comment ? ownParagraphs(comment, '', input) : []), ...blocks] };
  });
}
