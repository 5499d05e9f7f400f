import { levelStyles, noDataStyle, palette } from '../../figures/levels';
import type { Report } from '../../report/report';
import { dateOf } from '../reportWords';
import { type FontFace, faceRules, fontFamily } from '../svg';

/** A text inside a style sheet: every character that could end the string, the rule or the element is written by its number. */
export const cssText = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ,;:!?()–’.-]/gu, (c) => `\\${c.codePointAt(0)!.toString(16)} `)}"`;

const levels = [
  ...levelStyles.map(({ fill, ink }, level) => `.level-${level}{background:${fill};color:${ink}}`),
  `.level-none{background:repeating-linear-gradient(45deg,${noDataStyle.fill} 0 3px,${noDataStyle.hatch} 3px 4px);color:${noDataStyle.ink}}`,
  `.level-none span{background:${noDataStyle.fill};padding:0 .25rem}`,
].join('\n');

/** Sizes are 12, 14, 16, 20 and 28 px on screen; in print, where a rem is 10 pt, the same steps. */
const text = `
*{box-sizing:border-box}
html{font-family:'${fontFamily}','Source Sans 3',Arial,sans-serif;line-height:1.45;color:${palette.ink};background:${palette.panel};font-variant-numeric:tabular-nums}
body{margin:0}
h1,h2,h3,h4,p,ol,ul,dl,dd,figure{margin:0}
h1,h2,h3,h4,strong,th,dt,caption{font-weight:600}
h1,h2,h3,h4{line-height:1.25;max-width:36rem;overflow-wrap:break-word}
h1{font-size:1.75rem}
h2{font-size:1.25rem}
h3{font-size:1rem}
h4{font-size:.875rem;color:${palette.accent}}
p,li,.source{max-width:30em;overflow-wrap:break-word}
a{color:${palette.accent}}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid ${palette.accent};outline-offset:2px}
.source,.tag,.meta{color:${palette.muted}}
.source{font-size:.75rem}
.notice{border-left:3px solid ${palette.accent};background:${palette.panel};padding:.75rem 1rem;max-width:32em}
.sheet p+p,.sheet p+ul,.sheet p+ol{margin-top:.5rem}
section>*+*{margin-top:1rem}
ol,ul{padding-left:1.5rem}
li+li{margin-top:.25rem}
li::marker{color:${palette.accent}}
.small{font-size:.875rem}
`;

const page = `
.skip{position:absolute;left:-100rem;background:${palette.page};padding:.5rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
.banner{background:${palette.accent};color:${palette.page};padding:.5rem 1rem;font-size:.875rem;text-align:center}
.banner p{max-width:none}
.sheet{max-width:48rem;margin:0 auto;background:${palette.page};border-top:8px solid ${palette.accent};padding:2rem 1rem}
.cover{padding:1.5rem 0;display:grid;gap:1rem}
.subtitle{font-size:1.25rem;color:${palette.muted}}
.cover .subtitle,.cover p+p{margin-top:0}
.contents{padding:1rem 0;border-top:1px solid ${palette.hairline};border-bottom:1px solid ${palette.hairline}}
.contents p{font-weight:600}
.contents ol{list-style:none;padding-left:0;font-size:.875rem}
.contents ol ol{padding-left:1rem}
.contents li{margin-top:.25rem}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
section{padding-top:1.5rem;scroll-margin-top:1rem}
.depth-1{padding-top:2rem}
footer{max-width:48rem;margin:0 auto;padding:1rem;font-size:.75rem;color:${palette.muted}}
@media (min-width:48rem){.sheet{padding:2rem 3rem}footer{padding:1rem 3rem}body{padding:1.5rem 0}.banner{margin:-1.5rem 0 1.5rem}}
@media (min-width:76rem){
.with-contents{max-width:68rem;padding:0;background:none;border:0;display:grid;grid-template-columns:18rem minmax(0,48rem);column-gap:2rem}
.with-contents>.cover,.with-contents>.text{grid-column:2;background:${palette.page};padding:2rem 3rem}
.with-contents>.cover{border-top:8px solid ${palette.accent};padding-bottom:1rem}
.with-contents>.text{padding-top:0}
.with-contents>.contents{grid-column:1;grid-row:1/span 2;align-self:start;position:sticky;top:0;max-height:100vh;overflow:auto;border:0;padding:1rem .5rem}
.with-contents+footer{max-width:68rem;padding-left:23rem}
}
`;

const blocks = `
.frame{overflow-x:auto}
.table,.table .source{margin-top:.5rem}
table{border-collapse:collapse;width:100%;min-width:calc(var(--columns) * 5.5rem);font-size:.875rem;line-height:1.3}
caption{text-align:left;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid ${palette.hairline}}
thead th{vertical-align:bottom;background:${palette.panel};border-bottom:1px solid ${palette.ink}}
.number{text-align:right}
td.number{white-space:nowrap}
.level{text-align:center}
td.level{white-space:nowrap;border-left:2px solid ${palette.page};border-right:2px solid ${palette.page}}
.compact th,.compact td{padding-top:.1rem;padding-bottom:.1rem}
${levels}
.drawing{min-width:26rem;margin:0 auto}
.half .drawing{min-width:0;width:50%}
svg{display:block;width:100%;height:auto}
figcaption{display:grid;gap:.25rem;margin-top:.5rem;font-size:.875rem}
.key-figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem}
.key-figures div{display:flex;flex-direction:column;border:1px solid ${palette.hairline};border-radius:6px;padding:.75rem}
.key-figures .value{order:-1;font-size:1.75rem;line-height:1.2;font-weight:600;color:${palette.accent}}
.key-figures dt{font-size:.875rem}
.cards{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:.75rem}
.cards li{margin:0;border:1px solid ${palette.hairline};border-radius:6px;padding:.75rem;font-size:.875rem;max-width:none}
.cards dl{margin-top:.25rem}
.cards dt,.cards dd{display:inline;overflow-wrap:break-word}
`;

const papers = {
  a4: { size: 'A4', margin: '20mm 19mm 18mm', tallest: '210mm' },
  'a4-paysage': { size: 'A4 landscape', margin: '18mm 19mm 16mm', tallest: '130mm' },
  a5: { size: 'A5', margin: '15mm 13mm 14mm', tallest: '140mm' },
} as const;

/** Margin boxes: what the report is and its date above, the notice or the author and the page below; none on a cover. */
function pageRules({ meta }: Report): string {
  const paper = papers[meta.sheet ?? 'a4'];
  const date = dateOf(meta);
  const look = `font-family:'${fontFamily}';font-size:8pt;color:${palette.muted}`;
  const foot = `@bottom-left{content:${cssText(meta.notice ?? meta.author)};width:80%;${look}}`;
  if (meta.format === 'fiche')
    return `@page{size:A4;margin:10mm 14mm 14mm;${foot}@bottom-right{content:${cssText(date)};${look}}}`;
  const head = `@top-left{content:${cssText(meta.subtitle)};width:75%;${look}}@top-right{content:${cssText(date)};${look}}`;
  const number = `@bottom-right{content:${cssText(`${meta.labels.page} `)} counter(page) "/" counter(pages);${look}}`;
  const none = ['top-left', 'top-right', 'bottom-left', 'bottom-right'].map((box) => `@${box}{content:none}`).join('');
  return `@page{size:${paper.size};margin:${paper.margin};${head}${foot}${number}}\n@page:first{${none}}`;
}

const print = (report: Report): string => `
${pageRules(report)}
@media print{
html{font-size:10pt;background:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body,.sheet,footer,.with-contents,.with-contents>.cover,.with-contents>.text{padding:0;margin:0;max-width:none}
.with-contents{display:block}
.sheet .cover{padding-top:3rem}
.skip,.banner,footer{display:none}
.with-contents>.contents{position:static;max-height:none;overflow:visible;break-before:page;padding:0}
.contents{border:0}
.contents li{margin:0}
.contents ol{line-height:1.4}
.contents+.text>section:first-child,.new-page{break-before:page}
section:first-child,.new-page{padding-top:0}
h1,h2,h3,h4,caption{break-after:avoid}
h2+*,h3+*,h4+*{break-before:avoid}
p,li,.source{max-width:36em;orphans:2;widows:2}
.notice,figure,tr,.key-figures div,.cards li{break-inside:avoid}
thead{display:table-header-group}
table{min-width:0}
.frame{overflow:visible}
.drawing{min-width:0}
svg{max-height:${papers[report.meta.sheet ?? 'a4'].tallest}}
a{color:inherit;text-decoration:none}
${report.meta.format === 'fiche' ? ficheOnPaper : ''}}
`;

/** Everything on one page. */
const ficheOnPaper = `
html{font-size:7.6pt;line-height:1.3}
.sheet .cover{padding:.5rem 0;gap:.25rem}
.drawing{max-width:none !important}
section,.depth-1{padding-top:.5rem}
section>*+*{margin-top:.4rem}
p,li,.source{max-width:none}
`;

/** The style sheet of a report: screen and print, typefaces inside. */
export const styleSheet = (report: Report, face: FontFace): string =>
  [faceRules(face), text, page, blocks, print(report)].join('').trim();
