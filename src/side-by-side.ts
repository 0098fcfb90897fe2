/**
 * Takes one piece of work after another until there is none, up to `most` of them at a time. Hands join only while there is
 * something to take up, so that asking for little costs little. A failure is thrown once all that was begun is over.
 */
export async function sideBySide<Work>(
  most: number,
  next: () => Promise<Work | undefined>,
  run: (work: Work) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  const hands: Promise<void>[] = [];
  const hand = async () => {
    for (let work = await next(); work !== undefined; work = await next()) {
      join();
      await run(work);
    }
  };
  const join = () => {
    if (hands.length < most) hands.push(hand().catch((error) => void failures.push(error)));
  };
  join();
  // The list grows while it is gone through.
  for (const done of hands) await done;
  if (failures.length > 0) throw failures[0];
}
