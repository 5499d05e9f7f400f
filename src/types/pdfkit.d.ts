/** The part of pdfkit 0.20.2 that export/pdf uses; @types/pdfkit (0.17) knows neither scope, nor pdfkit/output, nor link options. */
declare module 'pdfkit' {
  export interface StructOptions {
    title?: string;
    alt?: string;
    actual?: string;
    /** Left, top, right, bottom in page coordinates (origin top left). */
    bbox?: [number, number, number, number];
    placement?: 'Block' | 'Inline';
    scope?: 'Row' | 'Column';
  }
  export interface StructElement {
    readonly dictionary: { data: Record<string, unknown> };
    add(child: StructElement | (() => void)): StructElement;
    end(): void;
  }
  export interface OutlineItem {
    addItem(title: string, options: { top?: number; left?: number; zoom?: number; expanded?: boolean }): OutlineItem;
  }
  export interface TextOptions {
    lineBreak?: boolean;
    baseline?: 'alphabetic';
    stroke?: boolean;
    fill?: boolean;
  }
  export interface DocumentOptions {
    size: readonly [number, number];
    margins: { top: number; right: number; bottom: number; left: number };
    pdfVersion: '1.7';
    tagged: true;
    lang: string;
    displayTitle: true;
    bufferPages: true;
    autoFirstPage: false;
    font: null;
    info: Record<string, string | Date>;
  }
  export class PDFDocument {
    constructor(options: DocumentOptions);
    info: Record<string, string | Date>;
    page: { readonly dictionary: { data: Record<string, unknown> } };
    x: number;
    y: number;
    readonly outline: OutlineItem;
    _addInfo(): void;
    _root: { data: Record<string, unknown> };
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    appendXML(xml: string, namespace?: boolean): void;
    registerFont(name: string, bytes: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, options: TextOptions): this;
    struct(type: string, options?: StructOptions): StructElement;
    addStructure(element: StructElement): this;
    markContent(tag: 'Artifact', options: { type: 'Layout' | 'Pagination'; attached?: string[] }): this;
    endMarkedContent(): this;
    addPage(): this;
    switchToPage(index: number): void;
    bufferedPageRange(): { start: number; count: number };
    addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
    goTo(
      x: number,
      y: number,
      width: number,
      height: number,
      name: string,
      options: { structParent: StructElement; Contents: object },
    ): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    path(d: string): this;
    circle(x: number, y: number, r: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    clip(): this;
    lineWidth(width: number): this;
    lineJoin(join: 'round' | 'miter'): this;
    lineCap(cap: 'round' | 'butt'): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    fillOpacity(opacity: number): this;
    strokeOpacity(opacity: number): this;
    fill(color?: string): this;
    stroke(color?: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type { PDFDocument } from 'pdfkit';
  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}
