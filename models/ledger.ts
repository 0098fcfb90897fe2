import { type Connection, Schema } from 'mongoose';
import type { LedgerEntry } from '../src/turnover/movements.ts';
import { wall } from './wall.ts';

/** How many sales one document holds: far below the server's 16 MB. */
const chunkSize = 10_000;

/** The sales a first night counted for one store's day, kept until the second night has said what moved. */
export interface LedgerChunk {
  workspaceId: string;
  linkId: string;
  storeId: string;
  day: string;
  chunk: number;
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

/** Cuts a day's entries into documents of a size the server takes. */
export function ledgerChunks(
  of: Omit<LedgerChunk, 'chunk' | 'entries'>,
  entries: LedgerEntry[],
): LedgerChunk[] {
  const chunks: LedgerChunk[] = [];
  for (let start = 0; start < entries.length; start += chunkSize) {
    chunks.push({ ...of, chunk: chunks.length, entries: entries.slice(start, start + chunkSize) });
  }
  return chunks;
}
