import type {
  App,
  BlockAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt';

type ActionListener = Middleware<SlackActionMiddlewareArgs<BlockAction>>;
type OptionsListener = Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>>;
type SubmitListener = Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>>;
type CloseListener = Middleware<SlackViewMiddlewareArgs<ViewClosedAction>>;

/** Where buttons, menus and forms are given what listens to them, by their names of views/ids.ts. */
export interface Listeners {
  /** A button that is pressed, or a menu in which something is chosen. */
  action(actionId: string, listener: ActionListener): void;
  /** A menu that asks what it has to offer. */
  options(actionId: string, listener: OptionsListener): void;
  /** A form that is sent. */
  submit(callbackId: string, listener: SubmitListener): void;
  /** A form that is closed. */
  close(callbackId: string, listener: CloseListener): void;
}

/**
 * One listener of each kind for Bolt, which asks all it has whether what came is for them, with promises for each: two hundred
 * of them were more than half of what it took to acknowledge anything.
 */
export function listenByName(app: App): Listeners {
  const actions = byName<ActionListener>();
  const options = byName<OptionsListener>();
  const submits = byName<SubmitListener>();
  const closes = byName<CloseListener>();
  app.action<BlockAction>({ type: 'block_actions' }, async (args) =>
    actions.of(args.action.action_id)?.(args),
  );
  app.options<'block_suggestion'>(/^/, async (args) => options.of(args.payload.action_id)?.(args));
  app.view<ViewSubmitAction>(/^/, async (args) => submits.of(args.view.callback_id)?.(args));
  app.view<ViewClosedAction>({ callback_id: /^/, type: 'view_closed' }, async (args) =>
    closes.of(args.view.callback_id)?.(args),
  );
  return { action: actions.add, options: options.add, submit: submits.add, close: closes.add };
}

function byName<Listener>() {
  const listeners = new Map<string, Listener>();
  return {
    add(name: string, listener: Listener): void {
      if (listeners.has(name)) throw new Error(`two listeners for ${name}`);
      listeners.set(name, listener);
    },
    of: (name: string) => listeners.get(name),
  };
}
