import { CommandError } from './errors.ts';

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it is closed to you',
  EPERM: 'it is closed to you',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** A file that cannot be read or written, in words; what is no fault of the file comes back as it is. */
export function unusableFile(path: string, deed: 'read' | 'written', error: unknown): unknown {
  const reason = error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined;
  if (reason === undefined) return error;
  return new CommandError(
    `${path} cannot be ${deed}: ${reason}. Nothing was changed. Next: name another file.`,
    {
      cause: error,
    },
  );
}
