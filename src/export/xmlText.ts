/** Characters that XML 1.0 cannot hold, even by number: most control characters, halves of pairs, U+FFFE, U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text inside XML, in an attribute or between tags; what XML cannot hold becomes U+FFFD (�). */
export const xmlText = (text: string): string => text.replace(forbidden, '\ufffd').replace(/[&<>"\t\n\r]/g, (c) => escapes[c]!);

/** Attributes of an element, those that are absent left out: ` id="a" weight="2"`. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(value)}"`))
    .join('');
