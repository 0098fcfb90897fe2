import type { PlainTextOption } from '@slack/types';
import { activeDepartments } from '../../src/departments/in-order.ts';
import { nameKey } from '../../src/departments/name.ts';
import type { OptionsRequest } from '../answer-options.ts';
import { option } from '../blocks.ts';
import { placeOption, shownDepartment } from './form.ts';
import { mergeShown } from './merge-blocks.ts';
import { readMetadata } from './metadata.ts';

/** Departments in use whose name has what is typed in it. */
export async function departmentOptions(request: OptionsRequest): Promise<PlainTextOption[]> {
  return (await found(request)).map(({ _id, name }) => option(name, _id));
}

/** Those into which the department of the form may go: all but itself. */
export async function mergeOptions(request: OptionsRequest): Promise<PlainTextOption[]> {
  const shown = readMetadata(mergeShown, request.body.view?.private_metadata);
  return (await departmentOptions(request)).filter(({ value }) => value !== shown?.from);
}

/** Places for the department of the form: first, or behind any other one. */
export async function placeOptions(request: OptionsRequest): Promise<PlainTextOption[]> {
  const { context, language, body } = request;
  const shown = readMetadata(shownDepartment, body.view?.private_metadata);
  const others = (await activeDepartments(context)).filter(({ _id }) => _id !== shown?.id);
  const places = [undefined, ...others.map(({ _id, name }) => ({ id: _id, name }))];
  const query = nameKey(body.value);
  return places
    .map((before) => placeOption(before, language))
    .filter(({ text }) => nameKey(text.text).includes(query));
}

async function found({ context, body }: OptionsRequest) {
  const query = nameKey(body.value);
  return (await activeDepartments(context)).filter(({ key }) => key.includes(query));
}
