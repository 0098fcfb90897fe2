/** What a first night remembers of a sale it counted, so that the second can say what moved. */
export interface LedgerEntry {
  saleId: string;
  /** Minor units. */
  gross: number;
  /** Minor units. */
  tax: number;
}

/**
 * The sales a first night counted for one store's day. Those whose ids are whole numbers that rise, as R-Series sends them,
 * are packed: some six bytes each where an object takes a hundred, and a night may remember half a million.
 */
export interface Ledger {
  /** Each block can be read by itself. */
  packed: readonly Uint8Array[];
  /** All the others. */
  entries: readonly LedgerEntry[];
}

export interface LedgerWriter {
  /** Each sale once. */
  add(saleId: string, gross: number, tax: number): void;
  ledger(): Ledger;
}

/** A sale of a packed block. */
export interface PackedEntry {
  number: number;
  gross: number;
  tax: number;
}

/** The first block holds a small shop's day, those of a busy one double up to this many bytes. */
const [firstBlock, largestBlock] = [512, 65_536];
/** What three numbers take at most, at seven bits a byte. */
const largestEntry = 24;
/** Above this, twice the amount would not be exact. */
const largestAmount = 2 ** 51;

/** Writes a ledger while its sales come in. */
export function createLedgerWriter(): LedgerWriter {
  const full: Uint8Array[] = [];
  const entries: LedgerEntry[] = [];
  let block = Buffer.alloc(0);
  let used = 0;
  let last = -1;
  let isFirst = true;

  const put = (number: number) => {
    let rest = number;
    for (; rest >= 128; rest = Math.floor(rest / 128)) block[used++] = (rest % 128) + 128;
    block[used++] = rest;
  };
  const nextBlock = () => {
    if (used > 0) full.push(block.subarray(0, used));
    block = Buffer.alloc(Math.min(largestBlock, Math.max(firstBlock, block.length * 2)));
    used = 0;
    isFirst = true;
  };

  return {
    add(saleId, gross, tax) {
      const number = numberOf(saleId);
      if (number === undefined || number <= last || !isPackable(gross) || !isPackable(tax)) {
        entries.push({ saleId, gross, tax });
        return;
      }
      if (block.length - used < largestEntry) nextBlock();
      put(isFirst ? number : number - last);
      put(signless(gross));
      put(signless(tax));
      last = number;
      isFirst = false;
    },
    ledger: () => ({ packed: used > 0 ? [...full, Buffer.from(block.subarray(0, used))] : full, entries }),
  };
}

/** The sales of packed blocks, their numbers rising. */
export function* unpack(blocks: readonly Uint8Array[]): Generator<PackedEntry, undefined> {
  for (const block of blocks) {
    let at = 0;
    let number = 0;
    const take = () => {
      let value = 0;
      for (let unit = 1; ; unit *= 128) {
        const byte = block[at++] ?? 0;
        if (byte < 128) return value + byte * unit;
        value += (byte - 128) * unit;
      }
    };
    while (at < block.length) {
      number += take();
      yield { number, gross: signed(take()), tax: signed(take()) };
    }
  }
  return undefined;
}

/** A sale id that is a whole number, as that number; undefined for any other. */
export function numberOf(saleId: string): number | undefined {
  return /^(?:0|[1-9]\d{0,14})$/.test(saleId) ? Number(saleId) : undefined;
}

function isPackable(amount: number): boolean {
  return Math.abs(amount) <= largestAmount;
}

/** 0, -1, 1, -2, 2 as 0, 1, 2, 3, 4: amounts near zero stay short. */
function signless(amount: number): number {
  return amount < 0 ? -2 * amount - 1 : 2 * amount;
}

function signed(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}
