import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

// Numbers of the format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
const endSignature = 0x06054b50;
const endSize = 22;
const headerSignature = 0x02014b50;
const headerSize = 46;
const localHeaderSize = 30;
const deflated = 8;

interface Entry {
  name: string;
  method: number;
  packedSize: number;
  offset: number;
}

/**
 * Unpacks the one file of a zip whose name ends with `suffix` to `target`. For archives already known by their hash:
 * no zip64, no encryption, no check sums. Throws when there is no such file.
 */
export async function unpackZipEntry(zip: string, suffix: string, target: string): Promise<void> {
  const file = await open(zip);
  let start: number;
  let entry: Entry | undefined;
  try {
    entry = (await readEntries(file)).find(({ name }) => name.endsWith(suffix));
    if (entry === undefined || entry.method !== deflated) throw new Error(`${zip} holds no ${suffix}`);
    start = await dataStart(file, entry);
  } finally {
    await file.close();
  }
  const packed = createReadStream(zip, { start, end: start + entry.packedSize - 1 });
  await pipeline(packed, createInflateRaw(), createWriteStream(target, { mode: 0o755 }));
}

async function readEntries(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  // The end record is followed by a comment of at most 64 kB.
  const tail = await readAt(file, Math.max(0, size - endSize - 0xffff), size);
  const end = tail.lastIndexOf(Buffer.from(Uint32Array.of(endSignature).buffer));
  if (end < 0) throw new Error('not a zip file');
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  return parseDirectory(await readAt(file, start, start + length));
}

function parseDirectory(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at + headerSize <= directory.length && directory.readUInt32LE(at) === headerSignature) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + headerSize, at + headerSize + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += headerSize + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Name and extra field stand before the data, and their lengths may differ from those in the directory. */
async function dataStart(file: FileHandle, entry: Entry): Promise<number> {
  const header = await readAt(file, entry.offset, entry.offset + localHeaderSize);
  return entry.offset + localHeaderSize + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(end - start);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
  return buffer.subarray(0, bytesRead);
}
