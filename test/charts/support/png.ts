import { inflateSync } from 'node:zlib';

/** A picture as plain pixels. */
export interface Pixels {
  width: number;
  height: number;
  /** How dark a pixel is: 0 white, 255 black. */
  ink(x: number, y: number): number;
}

/** Reads a PNG of eight bits a colour, with or without alpha: what resvg writes. https://www.w3.org/TR/png-3/ */
export function readPng(file: Uint8Array): Pixels {
  const bytes = Buffer.from(file);
  const parts = chunksOf(bytes);
  const header = parts.find(({ type }) => type === 'IHDR')?.data;
  if (header?.[8] !== 8) throw new Error('not a PNG of eight bits a colour');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const step = header[9] === 6 ? 4 : 3;
  const packed = Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rows = unfilter(inflateSync(packed), { width: width * step, height, step });
  return {
    width,
    height,
    ink(x, y) {
      const at = y * width * step + x * step;
      const light = ((rows[at] ?? 0) + (rows[at + 1] ?? 0) + (rows[at + 2] ?? 0)) / 3;
      return 255 - light;
    },
  };
}

function chunksOf(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function unfilter(
  packed: Buffer,
  { width, height, step }: { width: number; height: number; step: number },
): Buffer {
  const rows = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (width + 1)] ?? 0;
    for (let x = 0; x < width; x += 1) {
      const left = x >= step ? (rows[y * width + x - step] ?? 0) : 0;
      const up = y > 0 ? (rows[(y - 1) * width + x] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (rows[(y - 1) * width + x - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[y * width + x] = ((packed[y * (width + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

export interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How much of a region is not white, from 0 to 1. */
export function inkIn(pixels: Pixels, { left, top, right, bottom }: Region): number {
  let inked = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) if (pixels.ink(x, y) > 40) inked += 1;
  }
  return inked / ((right - left) * (bottom - top));
}

/** How far two pictures of one size are apart on average, from 0 to 1; 1 for pictures of different sizes. */
export function difference(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let sum = 0;
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) sum += Math.abs(one.ink(x, y) - other.ink(x, y));
  }
  return sum / (255 * one.width * one.height);
}
