import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withResolution } from '../../src/export/pngResolution';
import { InputError } from './inputError';

interface DrawnPage {
  readonly canvas: { toBuffer(type: 'image/png'): Uint8Array };
  readonly context: CanvasRenderingContext2D;
}

/** Every page of a PDF as a PNG at a resolution, as the application makes them: pdf.js draws on @napi-rs/canvas here. */
export async function pdfToPngs(bytes: Uint8Array, dpi: number): Promise<Uint8Array[]> {
  const task = getDocument({
    ...{ data: Uint8Array.from(bytes), disableFontFace: true, isEvalSupported: false, useSystemFonts: false, verbosity: 0 },
  });
  const doc = await task.promise;
  const factory = doc.canvasFactory as { create(width: number, height: number): DrawnPage };
  const pages: Uint8Array[] = [];
  try {
    for (let n = 1; n <= doc.numPages; n += 1) {
      const page = await doc.getPage(n);
      const viewport = page.getViewport({ scale: dpi / 72 });
      const drawn = factory.create(Math.round(viewport.width), Math.round(viewport.height));
      await page.render({ canvas: null, canvasContext: drawn.context, viewport, background: '#ffffff' }).promise;
      pages.push(withResolution(new Uint8Array(drawn.canvas.toBuffer('image/png')), dpi));
      page.cleanup();
    }
  } catch (error) {
    if (/canvas/i.test(String(error)))
      throw new InputError('Les images demandent le module @napi-rs/canvas, qui manque ici : relancez « npm ci » sur ce poste.');
    throw error;
  } finally {
    await task.destroy();
  }
  return pages;
}
