import type { Models } from '../../models/models.ts';
import type { Engine } from '../../src/context.ts';

/** Stands for the end of the process. */
export class Crash extends Error {
  override readonly name = 'Crash' as const;
}

/** An engine whose process dies at its `at`-th step, counted from 1. */
export interface Crashing {
  engine: Engine;
  crashed(): boolean;
}

/**
 * A step is anything that reaches out: a query, a page of Lightspeed, a call to Slack (which dies before or, in another
 * step, after it is done). From the crash on every step fails, as nothing more is done by a process that is gone: not even
 * what its error handling would do.
 */
export function crashingAt(engine: Engine, at: number): Crashing {
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps >= at) throw new Crash(`at step ${at}`);
  };
  const { delivery } = engine;
  return {
    crashed: () => steps >= at,
    engine: {
      ...engine,
      models: stepping(engine.models, step),
      connect: (input) => {
        const connector = engine.connect(input);
        return {
          account: () => connector.account(),
          async stores() {
            step();
            return connector.stores();
          },
          async *sales(window) {
            for await (const page of connector.sales(window)) {
              step();
              yield page;
            }
          },
        };
      },
      delivery: {
        async post(workspaceId, message) {
          step();
          const posted = await delivery.post(workspaceId, message);
          step();
          return posted;
        },
        async update(workspaceId, message) {
          step();
          await delivery.update(workspaceId, message);
          step();
        },
        async uploadPicture(workspaceId, picture) {
          step();
          const id = await delivery.uploadPicture(workspaceId, picture);
          step();
          return id;
        },
        forgetPerson: (workspaceId, userId) => delivery.forgetPerson(workspaceId, userId),
        async publishHome(workspaceId, userId, view) {
          step();
          await delivery.publishHome(workspaceId, userId, view);
          step();
        },
        async sendFile(workspaceId, file) {
          step();
          await delivery.sendFile(workspaceId, file);
          step();
        },
        async wasSent(workspaceId, fileId) {
          step();
          return delivery.wasSent(workspaceId, fileId);
        },
        readFile: (workspaceId, file) => delivery.readFile(workspaceId, file),
        async find(workspaceId, where) {
          step();
          return delivery.find(workspaceId, where);
        },
        isLetIn: (workspaceId) => delivery.isLetIn(workspaceId),
        person: (workspaceId, userId) => delivery.person(workspaceId, userId),
        members: (workspaceId, channelId) => delivery.members(workspaceId, channelId),
      },
    },
  };
}

/** The same models, with a step before each call of theirs. */
function stepping(models: Models, step: () => void): Models {
  return new Proxy(models, {
    get: (target, name) => {
      const model: unknown = Reflect.get(target, name);
      return typeof model === 'function' ? steppingModel(model, step) : model;
    },
  });
}

function steppingModel(model: object, step: () => void): object {
  return new Proxy(model, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        step();
        return Reflect.apply(member, target, args);
      };
    },
  });
}
