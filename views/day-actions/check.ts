import { z } from 'zod';
import type { Engine } from '../../src/context.ts';
import { texts } from '../../src/language/texts.ts';
import { requireManager } from '../../src/security/permissions.ts';
import { compareLinks } from '../../src/turnover/compare-links.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import type { Words } from '../modal.ts';
import { type Opening, showModal } from '../surface.ts';
import { checkModal } from './check-blocks.ts';
import { cannotModal } from './reimport.ts';

/** Holds a day against Lightspeed as it is now and says by how much it differs and why; changes nothing. */
export async function openCheck(engine: Engine, opening: Opening, asked: string): Promise<void> {
  const reading: Words = (say) => say.dayActions.reading;
  await showModal(engine, opening, reading, async ({ context, userId, language }) => {
    await requireManager(context, userId);
    const day = z.iso.date().parse(asked);
    const comparison = await compareLinks(context, { day });
    if (comparison.kind !== 'compared') {
      return cannotModal(comparison.kind, { day, language, title: texts(language).check.title });
    }
    const { state } = await dayLog(context, { day });
    const { vat } = context.workspace;
    return checkModal(comparison, { day, vat, language, isProvisional: state === 'provisional' });
  });
}
