import type { ModalView } from '@slack/types';
import { listDepartments } from '../../src/departments/list-departments.ts';
import { texts } from '../../src/language/texts.ts';
import type { Request } from '../answering.ts';
import { archivedModal, departmentsModal } from './blocks.ts';
import { departmentForm } from './form.ts';
import { mergeIntoModal } from './merge-blocks.ts';
import { type Page, pageWith } from './pages.ts';

type Reader = Pick<Request, 'context' | 'language'>;

/** A page of the departments in use, or of the archived ones. */
export async function listView({ context, language }: Reader, { list, page }: Page): Promise<ModalView> {
  const all = await listDepartments(context);
  const look = { list: all, page };
  return list === 'archived' ? archivedModal(look, language) : departmentsModal(look, language);
}

/** The list after something was done: the page that has the department, and what was done. */
export async function listAfter(
  { context, language }: Reader,
  { id = '', note }: { id?: string; note?: string },
): Promise<ModalView> {
  const list = await listDepartments(context);
  return departmentsModal({ list, page: pageWith(list.active, id), note }, language);
}

/** The form of one department; the list, which says so, where it is in use no more. */
export async function formView(
  { context, language }: Reader,
  { id, note }: { id: string; note?: string },
): Promise<ModalView> {
  const list = await listDepartments(context);
  const index = list.active.findIndex((each) => each.id === id);
  const department = list.active[index];
  if (!department) return departmentsModal({ list, note: texts(language).department.gone }, language);
  return departmentForm({ department, before: list.active[index - 1], note }, language);
}

/** The question into which department another one goes. */
export async function mergeView(
  { context, language }: Reader,
  { from, note }: { from: string; note?: string },
): Promise<ModalView> {
  const list = await listDepartments(context);
  const department = list.active.find(({ id }) => id === from);
  if (!department) return departmentsModal({ list, note: texts(language).department.gone }, language);
  return mergeIntoModal({ from: department, isAlone: list.active.length < 2, note }, language);
}
