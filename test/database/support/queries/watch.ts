import type { Connection, mongo } from 'mongoose';
import { type Asked, askedIn, shapeOf } from './shape.ts';

export interface QueryWatch {
  /** What was asked so far, by its shape: the first one of each that looks for something. */
  asked: ReadonlyMap<string, Asked>;
  /** How many commands changed something, or tried to. */
  changes(): number;
  /** Does something that is not watched. */
  aside<Result>(work: () => Promise<Result>): Promise<Result>;
}

const changing = new Set(['insert', 'update', 'delete', 'findAndModify']);

/** In an empty list, which says little of how something would be found. */
const looksForNothing = ({ command }: Asked) => JSON.stringify(command).includes('[]');

/** Listens to all that is asked over a connection whose commands are monitored, as those of prepared databases are. */
export function watchQueries(connection: Connection): QueryWatch {
  const asked = new Map<string, Asked>();
  let changes = 0;
  let isAside = false;
  connection.getClient().on('commandStarted', ({ command, commandName }: mongo.CommandStartedEvent) => {
    if (isAside) return;
    if (changing.has(commandName)) changes += 1;
    for (const each of askedIn(command)) {
      const shape = shapeOf(each);
      const known = asked.get(shape);
      if (!known || looksForNothing(known)) asked.set(shape, each);
    }
  });
  return {
    asked,
    changes: () => changes,
    async aside(work) {
      isAside = true;
      try {
        return await work();
      } finally {
        isAside = false;
      }
    },
  };
}
