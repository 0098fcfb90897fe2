import { Gauge } from 'prom-client';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { within } from '../within.ts';

/** How long a look into the database may take, milliseconds: whoever collects metrics does not wait longer. */
const patience = 2_000;

/** Every night has a turn: it is named so that the index of waiting nights serves. */
const waiting = { state: 'waiting', turn: { $gte: 0 } } as const;

/** Measures what the database holds each time that metrics are collected; while it does not answer, these are no number. */
export function measureStored({ metrics, models, clock, logger }: Engine): void {
  const measured = (name: string, help: string, look: (gauge: Gauge) => Promise<void>) =>
    new Gauge({
      name: `daybook_${name}`,
      help,
      registers: [metrics.registry],
      async collect() {
        this.reset();
        this.set(Number.NaN);
        const looked = look(this).catch((error) =>
          logger.debug({ err: error, name }, 'a metric could not be looked up'),
        );
        await within(looked, patience);
      },
    });

  measured('figures', 'Figures that are kept', async (gauge) => {
    gauge.set(await models.figures.estimatedDocumentCount());
  });
  measured('nights_overdue', 'Nights that are due and not run yet', async (gauge) => {
    gauge.set(
      await models.nights.countDocuments(
        { ...waiting, dueAt: { $lte: new Date(clock()) } },
        acrossWorkspaces,
      ),
    );
  });
  measured('nights_failing', 'Nights that failed and are tried again', async (gauge) => {
    gauge.set(await models.nights.countDocuments({ ...waiting, failure: { $ne: null } }, acrossWorkspaces));
  });
}
