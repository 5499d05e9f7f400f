import { withResolution } from '../pngResolution';

/** Points per inch of the sizes written in our SVG. */
const pointsPerInch = 72;

async function loadImage(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Rasterises one of our SVG (sizes in points, fonts inside) at a resolution, and writes that resolution in the file.
 * In the page only: workers cannot decode SVG. Needs `img-src blob:` in the Content-Security-Policy.
 */
export async function svgToPng(svg: string, dpi = 300): Promise<Uint8Array> {
  const size = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg);
  const width = Math.round((Number(size?.[1] ?? 0) * dpi) / pointsPerInch);
  const height = Math.round((Number(size?.[2] ?? 0) * dpi) / pointsPerInch);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.drawImage(await loadImage(svg), 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return withResolution(new Uint8Array(await blob.arrayBuffer()), dpi);
}
