import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve('src');

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Specifiers of a source file, static and dynamic, with whether they bring types only. */
function importsOf(path: string): Import[] {
  const code = readFileSync(path, 'utf8');
  const found = code.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g,
  );
  return [...found].map((m) => ({ file: relative(root, path), target: m[3] ?? m[4]!, typeOnly: m[2] !== undefined }));
}

const files = filesUnder(root);
const imports = files.flatMap(importsOf);
const folderOf = (path: string) => path.split('/')[0]!;
const inside = (i: Import) => (i.target.startsWith('.') ? relative(root, resolve(root, i.file, '..', i.target)) : null);

const core = ['model', 'text', 'document', 'territory', 'import', 'analysis', 'sentences', 'figures', 'report'];
/** The table of guide/house.md: who may import whom; `types` may be imported as types only. */
const rules: Readonly<Record<string, { readonly may: readonly string[]; readonly types?: readonly string[] }>> = {
  model: { may: [] },
  text: { may: ['model'] },
  document: { may: ['model'] },
  territory: { may: ['model'] },
  import: { may: ['model', 'document', 'territory'] },
  analysis: { may: ['model', 'document', 'territory'] },
  sentences: { may: ['model', 'text', 'document', 'territory', 'analysis'] },
  figures: { may: ['model', 'text', 'document', 'territory', 'analysis', 'sentences'] },
  report: { may: ['model', 'text', 'document', 'territory', 'analysis', 'sentences', 'figures'] },
  export: { may: ['model', 'text', 'document', 'territory', 'analysis', 'sentences', 'figures', 'report'] },
  remote: { may: ['model', 'territory'] },
  worker: { may: [...core, 'export'] },
  state: { may: ['model', 'document', 'territory', 'analysis'], types: ['import'] },
  storage: { may: ['model', 'document'] },
  ui: { may: ['text'] },
  panels: { may: ['model', 'text', 'document', 'territory', 'sentences', 'figures', 'state', 'ui'], types: ['analysis'] },
  views: {
    may: ['model', 'text', 'document', 'territory', 'analysis', 'sentences', 'figures', 'state', 'ui', 'panels'],
    types: ['import', 'report', 'export'],
  },
  app: { may: [...core, 'export', 'remote', 'worker', 'state', 'storage', 'ui', 'panels', 'views'] },
  types: { may: [] },
};

describe('who may import whom', () => {
  const folders = [...new Set(files.map((f) => folderOf(relative(root, f))))].filter((f) => !f.includes('.'));
  test('every folder has its row', () => {
    expect(folders.filter((f) => !(f in rules))).toEqual([]);
  });
  test.each(Object.entries(rules))('%s', (folder, { may, types = [] }) => {
    const faults = imports
      .filter((i) => folderOf(i.file) === folder)
      .flatMap((i) => {
        const target = inside(i);
        if (target === null || target.startsWith('..')) return [];
        const other = folderOf(target);
        const ok = other === folder || may.includes(other) || (i.typeOnly && types.includes(other));
        return ok ? [] : [`${i.file} → ${target}`];
      });
    expect(faults).toEqual([]);
  });
  test('sibling screens never import one another', () => {
    const screen = (path: string) => path.split('/').slice(0, 2).join('/');
    const faults = imports
      .filter((i) => folderOf(i.file) === 'views')
      .filter((i) => {
        const target = inside(i);
        return target !== null && folderOf(target) === 'views' && screen(target) !== screen(i.file);
      });
    expect(faults.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });
});

/** One library, one door. */
const doors: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^maplibre-gl/, ['views/map']],
  [/^sigma/, ['views/network']],
  [/^graphology/, ['analysis', 'views/network', 'import/formats', 'export']],
  [/^papaparse/, ['import/formats']],
  [/^@rgrove\/parse-xml/, ['import/formats']],
  [/^@turf\//, ['territory', 'analysis']],
  [/^d3-/, ['figures', 'territory', 'analysis']],
  [/^zustand/, ['state']],
  [/^comlink/, ['worker']],
  [/^idb$/, ['storage']],
  [/^pdfkit/, ['export/pdf']],
  [/^pdfjs-dist/, ['export/page']],
  [/^highs/, ['worker', 'analysis/siting']],
  [/^zod/, ['document', 'state']],
  [/^react-aria/, ['ui']],
  [/^react-data-grid/, ['ui']],
  [/^proj4/, ['territory']],
  [/^topojson/, ['territory']],
  [/^fflate/, ['import', 'export']],
  [/^@e965\/xlsx/, ['import/formats', 'export']],
];

describe('one library, one door', () => {
  test.each(doors)('%s', (library, places) => {
    const faults = imports.filter(
      (i) => library.test(i.target) && !i.file.startsWith('types/') && !places.some((p) => i.file.startsWith(p)),
    );
    expect(faults.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });
});

describe('pure folders stay pure', () => {
  const pure = [...core, 'export'];
  const forbidden: readonly (readonly [string, RegExp])[] = [
    ['the clock', /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/],
    ['chance', /\bMath\.random\b/],
    ['the network', /\bfetch\(|\bXMLHttpRequest\b/],
    ['storage', /\bindexedDB\b|\bcaches\b|\blocalStorage\b/],
    ['the navigator', /\bnavigator\b/],
    ['an implicit locale', /\bIntl\.\w+\(\s*\)|\.toLocaleString\(\s*\)|\.localeCompare\([^,()]+\)/],
  ];
  test.each(forbidden)('no use of %s', (_, pattern) => {
    const faults = files
      .map((f) => relative(root, f))
      .filter((f) => pure.includes(folderOf(f)) && !f.startsWith('export/page/'))
      .filter((f) => pattern.test(readFileSync(join(root, f), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
    expect(faults).toEqual([]);
  });
});

test('no file is over 400 lines, no folder is called utils', () => {
  const long = files.filter((f) => !relative(root, f).startsWith('text/') && readFileSync(f, 'utf8').split('\n').length > 401);
  expect(long.map((f) => relative(root, f))).toEqual([]);
  expect(files.filter((f) => /\/(utils|helpers|common|misc|manager)\b|\/index\.tsx?$/.test(f))).toEqual([]);
});
