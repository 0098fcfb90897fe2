import type { Agenda } from 'agenda';

/** Makes a job recur by a cron expression in a zone, one document a `uid`, however often and from wherever it is asked. */
export async function recur(
  agenda: Agenda,
  name: string,
  { uid, cron, zone }: { uid: string; cron: string; zone: string },
): Promise<void> {
  const known = await agenda.queryJobs({ name, data: { uid } });
  if (known.total > 0) return;
  await agenda
    .create(name, { uid })
    .unique({ 'data.uid': uid })
    .repeatEvery(cron, { timezone: zone, skipImmediate: true })
    .save();
}
