let known: boolean | null = null;

/** Whether drawing through WebGL is worth it: present, and not rendered in software (many office PCs have no GPU). */
export function hasFastWebgl(): boolean {
  if (known !== null) return known;
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    const info = context?.getExtension('WEBGL_debug_renderer_info');
    const renderer = context && info ? String(context.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
    known = context !== null && !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  } catch {
    known = false;
  }
  return known;
}
