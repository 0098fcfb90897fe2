const IDS_PER_CHUNK = 8192;

/**
 * Remembers which ids came by. R-Series' sale ids are small whole numbers that lie close together, so a bit each is
 * enough: a million of them take about 130 kB. Any other id is kept as text.
 */
export class SeenIds {
  readonly #chunks = new Map<number, Uint8Array>();
  readonly #others = new Set<string>();

  /** Whether the id is new; from now on it is not. */
  add(id: string): boolean {
    return /^(?:0|[1-9]\d{0,14})$/.test(id) ? this.#addNumber(Number(id)) : this.#addText(id);
  }

  #addNumber(id: number): boolean {
    const chunk = this.#chunkOf(Math.floor(id / IDS_PER_CHUNK));
    const place = id % IDS_PER_CHUNK;
    const byte = chunk[place >> 3] ?? 0;
    const bit = 1 << (place & 7);
    chunk[place >> 3] = byte | bit;
    return (byte & bit) === 0;
  }

  #addText(id: string): boolean {
    if (this.#others.has(id)) return false;
    this.#others.add(id);
    return true;
  }

  #chunkOf(key: number): Uint8Array {
    const known = this.#chunks.get(key);
    if (known) return known;
    const chunk = new Uint8Array(IDS_PER_CHUNK / 8);
    this.#chunks.set(key, chunk);
    return chunk;
  }
}
