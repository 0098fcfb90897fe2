import { ackObject } from '../delivery/deliver.ts';
import { closedPayload, submissionPayload } from '../delivery/payloads.ts';
import type { JsonObject } from '../json.ts';
import { asObject, asText, isObject, objectsIn } from '../json.ts';
import { isExternalIdTaken, isStackFull, viewFileProblems } from '../methods/views.ts';
import { validateView } from '../validate.ts';
import type { View } from '../world/types.ts';
import { closeModal, closeModals, replaceView, stackModal } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import { checkInputs } from './inputs.ts';
import type { Outcome } from './outcome.ts';
import { done, outcomeOf, show } from './outcome.ts';
import type { Target } from './place.ts';
import { placeFor } from './place.ts';

/** Presses the submit button; throws when the modal has none or an input would not let it through. */
export async function submit(world: World, person: string, target: Target): Promise<Outcome> {
  const view = modalFor(world, person, target);
  if (view.content['submit'] === undefined) cannot('This modal has no submit button');
  checkInputs(view);
  view.errors = {};
  const body = submissionPayload(world, view);
  const url = world.settings.manifest.settings.interactivity?.request_url;
  const ack = await world.deliver({ kind: 'interactive', name: 'view_submission', body, url });
  const where = { person, view: view.id };
  if (!ack.ok) return outcomeOf(world, ack, where, 'We had some trouble connecting: the submit');
  const answer = asText(ackObject(ack)['response_action']) || 'close';
  const refused = carryOut(world, view, answer, ackObject(ack));
  if (refused === undefined) return { acked: true, answer };
  show(world, where, 'invalid_response', `We had some trouble connecting. Try again? (${refused})`);
  return { acked: true, answer, error: 'invalid_response' };
}

/** Does what the app answered, or says why Slack would not. */
function carryOut(world: World, view: View, answer: string, payload: JsonObject): string | undefined {
  switch (answer) {
    case 'close':
      closeModal(world, view);
      return undefined;
    case 'clear':
      closeModals(world, view.person);
      return undefined;
    case 'errors':
      return showErrors(world, view, asObject(payload['errors']));
    case 'update':
      return withView(world, payload['view'], view, (content) => replaceView(world, view, content));
    case 'push':
      if (isStackFull(world, view.person)) return 'push_limit_reached';
      return withView(world, payload['view'], undefined, (content) =>
        stackModal(world, view.person, content),
      );
    default:
      return `unknown response_action ${answer}`;
  }
}

/** Errors belong to input blocks of the view, by block_id; any other makes the whole answer useless. */
function showErrors(world: World, view: View, errors: JsonObject): string | undefined {
  const inputs = objectsIn(view.content['blocks']).filter((block) => block['type'] === 'input');
  const known = new Set(inputs.map((block) => block['block_id']));
  const strange = Object.keys(errors).filter((id) => !known.has(id));
  if (strange.length > 0) return `errors for ${strange.join(', ')}, which is no input block of this view`;
  if (Object.keys(errors).length === 0) return 'errors without any error';
  view.errors = Object.fromEntries(Object.entries(errors).map(([id, text]) => [id, String(text)]));
  world.changes.tell();
  return undefined;
}

function withView(
  world: World,
  content: unknown,
  replaced: View | undefined,
  use: (content: JsonObject) => unknown,
): string | undefined {
  const problems = [...validateView(content), ...viewFileProblems(world, content)];
  if (!isObject(content) || problems.length > 0) {
    return problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`).join('; ');
  }
  if (isExternalIdTaken(world, content, replaced)) return 'duplicate_external_id';
  use(content);
  return undefined;
}

/** Presses the close button or Escape on the top modal. */
export async function close(world: World, person: string, target: Target): Promise<Outcome> {
  const view = modalFor(world, person, target);
  const isCleared = view.content['clear_on_close'] === true;
  const body = closedPayload(world, view, isCleared);
  if (isCleared) closeModals(world, person);
  else closeModal(world, view);
  if (view.content['notify_on_close'] !== true) return done;
  const url = world.settings.manifest.settings.interactivity?.request_url;
  const ack = await world.deliver({ kind: 'interactive', name: 'view_closed', body, url });
  return outcomeOf(world, ack, { person, view: view.id }, 'view_closed');
}

function modalFor(world: World, person: string, target: Target): View {
  const place = placeFor(world, person, target);
  return 'view' in place && place.view.type === 'modal' ? place.view : cannot('That is not a modal');
}
