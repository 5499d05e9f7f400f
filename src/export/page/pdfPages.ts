import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withResolution } from '../pngResolution';

/** Points per inch of a PDF's own sizes. */
const pointsPerInch = 72;

let reader: Worker | null = null;

function startReader(): void {
  reader ??= new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url), {
    type: 'module',
    name: 'maillage-pdf',
  });
  GlobalWorkerOptions.workerPort = reader;
}

async function pngOf(canvas: HTMLCanvasElement, dpi: number): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new RangeError('no room for a page');
  return withResolution(new Uint8Array(await blob.arrayBuffer()), dpi);
}

/**
 * Every page of one of our PDF as a PNG at a resolution, which is written in the file. In the page only, by pdf.js: the
 * picture is that of the file itself. Fonts are drawn as outlines, so that nothing is loaded and nothing is evaluated.
 */
export async function pdfToPngs(
  bytes: Uint8Array,
  dpi: number,
  onPage: (done: number, total: number) => void = () => {},
  isStopped: () => boolean = () => false,
): Promise<Uint8Array[]> {
  startReader();
  const task = getDocument({ data: bytes, disableFontFace: true, isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const doc = await task.promise;
  const pages: Uint8Array[] = [];
  try {
    const canvas = document.createElement('canvas');
    for (let n = 1; n <= doc.numPages && !isStopped(); n += 1) {
      const page = await doc.getPage(n);
      const viewport = page.getViewport({ scale: dpi / pointsPerInch });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await page.render({ canvas, viewport, background: '#ffffff' }).promise;
      pages.push(await pngOf(canvas, dpi));
      page.cleanup();
      onPage(n, doc.numPages);
    }
  } finally {
    await task.destroy();
  }
  return pages;
}
