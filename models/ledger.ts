import { type Connection, type mongo, Schema } from 'mongoose';
import type { Ledger, LedgerEntry } from '../src/turnover/packed-ledger.ts';
import { wall } from './wall.ts';

/** How many blocks of 64 KiB and how many single sales one document holds: far below the server's 16 MB. */
const [blocksOfChunk, entriesOfChunk] = [64, 10_000];

/** The sales a first night counted for one store's day, kept until the second night has said what moved. */
export interface LedgerChunk {
  workspaceId: string;
  linkId: string;
  storeId: string;
  day: string;
  chunk: number;
  packed: Uint8Array[];
  entries: LedgerEntry[];
}

const entry = new Schema<LedgerEntry>(
  {
    saleId: { type: String, required: true },
    gross: { type: Number, required: true },
    tax: { type: Number, required: true },
  },
  { _id: false },
);

const schema = new Schema<LedgerChunk>(
  {
    workspaceId: { type: String, required: true },
    linkId: { type: String, required: true },
    storeId: { type: String, required: true },
    day: { type: String, required: true },
    chunk: { type: Number, required: true },
    packed: { type: [Buffer], required: true },
    entries: { type: [entry], required: true },
  },
  { collection: 'ledgers', versionKey: false },
);
schema.index(
  { workspaceId: 1, linkId: 1, day: 1, storeId: 1, chunk: 1 },
  { name: 'one_ledger_chunk', unique: true },
);
schema.plugin(wall);

export const ledgerModel = (connection: Connection) => connection.model('Ledger', schema);

/** Cuts a day's ledger into documents of a size the server takes. */
export function ledgerChunks(
  of: Omit<LedgerChunk, 'chunk' | 'packed' | 'entries'>,
  { packed, entries }: Ledger,
): LedgerChunk[] {
  const count = Math.max(packed.length / blocksOfChunk, entries.length / entriesOfChunk);
  return Array.from({ length: Math.ceil(count) }, (_, chunk) => ({
    ...of,
    chunk,
    packed: packed.slice(chunk * blocksOfChunk, (chunk + 1) * blocksOfChunk),
    entries: entries.slice(chunk * entriesOfChunk, (chunk + 1) * entriesOfChunk),
  }));
}

/** A chunk as the database gives it: one that was written before ledgers were packed has nothing packed. */
export type StoredChunk = Pick<LedgerChunk, 'entries'> & { packed?: readonly (Uint8Array | mongo.Binary)[] };

/** Puts the chunks of one store's day together again; they come in order. */
export function ledgerOf(chunks: readonly StoredChunk[]): Ledger {
  return {
    packed: chunks.flatMap(({ packed = [] }) =>
      packed.map((block) => (block instanceof Uint8Array ? block : block.buffer)),
    ),
    entries: chunks.flatMap(({ entries }) => entries),
  };
}
