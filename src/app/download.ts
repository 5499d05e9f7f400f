/** Hands a file to the browser's download. */
export function download(name: string, body: string | Blob | Uint8Array, type: string): void {
  const blob = body instanceof Blob ? body : new Blob([body as BlobPart], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
