import { wrapText } from '../figures/fontWidths';
import { plainText } from '../figures/legend';
import { noDataStyle, palette } from '../figures/levels';
import type { Figure, Scene, SceneItem } from '../figures/scene';
import { xmlText } from './xmlText';

export interface FontFace {
  /** woff2 files as base64; embedded, because an SVG in an image sees no font of the page. */
  readonly regular: string;
  readonly semibold: string;
}

/** No digit in the name: an SVG attribute would need quotes around it. */
export const fontFamily = 'Maillage Sans';

const number = (value: number): string => String(Math.round(value * 100) / 100);

function attributes(entries: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(entries)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : xmlText(String(value))}"`)
    .join('');
}

function paint(item: Exclude<SceneItem, { kind: 'text' }>, hatch: string): string {
  return attributes({
    fill: item.pattern ? `url(#${hatch})` : (item.fill ?? 'none'),
    stroke: item.stroke,
    'stroke-width': item.stroke ? (item.strokeWidth ?? 0.5) : undefined,
    'stroke-dasharray': item.dash?.join(' '),
    'stroke-linecap': item.dash ? 'round' : undefined,
    'stroke-linejoin': item.kind === 'path' && item.stroke ? 'round' : undefined,
    opacity: item.opacity,
  });
}

function textElements(item: Extract<SceneItem, { kind: 'text' }>): string {
  const anchor = item.anchor === 'start' ? undefined : item.anchor;
  const base = attributes({
    x: item.x,
    y: item.y,
    'font-size': item.size,
    'font-weight': item.weight === 600 ? 600 : undefined,
    'text-anchor': anchor,
  });
  const text = xmlText(item.text);
  const halo = item.halo
    ? `<text${base} fill="none" stroke="${item.halo}" stroke-width="2" stroke-linejoin="round" aria-hidden="true">${text}</text>`
    : '';
  return `${halo}<text${base} fill="${item.color}">${text}</text>`;
}

function element(item: SceneItem, hatch: string): string {
  switch (item.kind) {
    case 'text':
      return textElements(item);
    case 'path':
      return `<path d="${item.d}"${paint(item, hatch)}/>`;
    case 'circle':
      return `<circle${attributes({ cx: item.x, cy: item.y, r: item.r })}${paint(item, hatch)}/>`;
    case 'line':
      return `<line${attributes({ x1: item.x1, y1: item.y1, x2: item.x2, y2: item.y2 })}${paint(item, hatch)}/>`;
    case 'rect':
      return `<rect${attributes({ x: item.x, y: item.y, width: item.width, height: item.height, rx: item.radius })}${paint(item, hatch)}/>`;
  }
}

const faceRule = (weight: number, base64: string): string =>
  `@font-face{font-family:'${fontFamily}';font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format('woff2')}`;

/** CSS that embeds the typefaces under the alias that our drawings ask for. */
export const faceRules = (face: FontFace): string => `${faceRule(400, face.regular)}${faceRule(600, face.semibold)}`;

const fontList = `${fontFamily}, Source Sans Pro, Arial, sans-serif`;

const hatchPattern = (id: string): string =>
  `<pattern id="${id}" width="${noDataStyle.hatchStep}" height="${noDataStyle.hatchStep}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${noDataStyle.hatchStep}" height="${noDataStyle.hatchStep}" fill="${noDataStyle.fill}"/><line x1="0" y1="0" x2="0" y2="${noDataStyle.hatchStep}" stroke="${noDataStyle.hatch}" stroke-width="1"/></pattern>`;

interface SvgWords {
  readonly title?: string;
  readonly alt?: string;
  readonly lang?: string;
}

function wrapSvg(
  box: { x: number; y: number; width: number; height: number },
  items: readonly SceneItem[],
  words: SvgWords,
  fontFace?: FontFace,
): string {
  const { x, y, width, height } = box;
  const style = fontFace ? `<style>${faceRules(fontFace)}</style>` : '';
  const size = ` viewBox="${number(x)} ${number(y)} ${number(width)} ${number(height)}" width="${number(width)}pt" height="${number(height)}pt"`;
  const said = attributes({ lang: words.lang, 'aria-label': words.title });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${size} role="img"${said} font-family="${fontList}">`,
    words.title ? `<title>${xmlText(words.title)}</title>` : '',
    words.alt ? `<desc>${xmlText(words.alt)}</desc>` : '',
    `<defs>${style}${hatchPattern('hatch')}</defs>`,
    `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${palette.page}"/>`,
    ...items.map((item) => element(item, 'hatch')),
    '</svg>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** A scene as a stand-alone SVG on white, sizes in points; with the fonts inside when they are given. */
export const sceneToSvg = (scene: Scene, words: SvgWords = {}, fontFace?: FontFace): string =>
  wrapSvg({ x: 0, y: 0, width: scene.width, height: scene.height }, scene.items, words, fontFace);

/**
 * A scene as an SVG inside an HTML page that has the typefaces: it takes the width of its place. `hatch` is the id of its
 * pattern, unique in the page.
 */
export function sceneToInlineSvg(scene: Scene, alt: string, hatch: string): string {
  const { width, height, items } = scene;
  const pattern = items.some((item) => item.kind !== 'text' && item.pattern) ? `<defs>${hatchPattern(hatch)}</defs>` : '';
  const said = attributes({ 'aria-label': alt, 'font-family': fontList });
  return `<svg viewBox="0 0 ${number(width)} ${number(height)}" role="img"${said}>${pattern}${items.map((item) => element(item, hatch)).join('')}</svg>`;
}

const margin = 14;

/**
 * A figure as SVG that can leave the report: its title above; below, its source, the date and the notice if there is one.
 */
export function figureToSvg(figure: Figure, words: { footer: readonly string[]; lang: string }, fontFace?: FontFace): string {
  const { width, height, items } = figure.scene;
  const title = wrapText(figure.title, width, 13, 600);
  const titleHeight = title.length * 17 + 8;
  const lines = words.footer.flatMap((line) => wrapText(line, width, 7.6));
  const around: SceneItem[] = [
    ...title.map((line, i): SceneItem => plainText(0, 12 - titleHeight + i * 17, line, { size: 13, weight: 600 })),
    ...lines.map((line, i): SceneItem => plainText(0, height + 16 + i * 10, line, { size: 7.6, color: palette.muted })),
  ];
  const box = {
    x: -margin,
    y: -titleHeight - margin,
    width: width + 2 * margin,
    height: titleHeight + height + lines.length * 10 + 8 + 2 * margin,
  };
  return wrapSvg(box, [...around, ...items], { title: figure.title, alt: figure.alt, lang: words.lang }, fontFace);
}
