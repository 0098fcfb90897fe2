import { describe, expect, test } from 'vitest';
import type { AccessRequest } from '../../models/access-request.ts';
import { mostPeople } from '../../src/access/change-access.ts';
import { accessOf } from '../../src/security/access-rules.ts';
import { NotPermittedError } from '../../src/security/permissions.ts';
import { accessModal, departmentAccessModal } from '../../views/access/blocks.ts';
import { managersModal } from '../../views/access/managers.ts';
import { refusalButtons, refusalText } from '../../views/access/refusal.ts';
import { accessAnsweredMessage, accessAskedMessage } from '../../views/access/request-blocks.ts';
import { hardName } from './support/records.ts';
import { expectGoodMessage, expectGoodView, wordsIn } from './support/words.ts';

const people = (count: number) => Array.from({ length: count }, (_, index) => `U0000000${1000 + index}`);

const request: AccessRequest = {
  _id: 'request',
  workspaceId: 'T1',
  userId: 'U2',
  wish: 'see',
  departmentId: 'bread',
  departmentName: 'Bread & <!channel>',
  askedAt: new Date(0),
  state: 'open',
  answeredBy: null,
  told: [],
};

describe.each(['en', 'nl'] as const)('in %s', (language) => {
  test('the form passes with 150 departments of hard names, each kept to many', () => {
    const departments = Array.from({ length: 150 }, (_, index) => ({
      _id: `d${index}`,
      name: hardName(index),
    }));
    const kept = departments.map(({ _id }) => ({
      departmentId: _id,
      people: people(mostPeople),
      channels: ['C1', 'C2'],
    }));
    const access = { ...accessOf({}), people: people(150), departments: kept };

    const view = accessModal({ access, departments, done: 'Saved.' }, language);

    expectGoodView(view);
    expect(view.private_metadata?.length).toBeLessThan(3_000);
  });

  test('the forms of a department and of the managers pass, empty and full', () => {
    const department = { _id: 'd'.repeat(36), name: hardName(1) };
    const own = { departmentId: department._id, people: people(150), channels: ['C1'] };

    expectGoodView(departmentAccessModal({ department, own: null }, language));
    expectGoodView(departmentAccessModal({ department, own }, language));
    expectGoodView(managersModal([], language));
    expectGoodView(managersModal(people(150), language));
  });

  test('a question passes, open and answered, for each thing one may ask for', () => {
    for (const wish of ['see', 'manage'] as const) {
      for (const state of ['open', 'allowed', 'declined'] as const) {
        for (const departmentName of wish === 'see' ? ['Bread & <!channel>', null] : [null]) {
          const asked = { ...request, wish, state, answeredBy: 'U1', departmentName };

          expectGoodMessage(accessAskedMessage(asked, language));
          if (state !== 'open') expectGoodMessage(accessAnsweredMessage(asked, language));
        }
      }
    }
  });
});

test('a department’s name cannot ping anyone in a question', () => {
  expect(accessAskedMessage(request, 'en').text).toContain('Bread &amp; &lt;!channel&gt;');
});

test('an answered question has no buttons and names the manager', () => {
  const { text, blocks } = accessAskedMessage({ ...request, state: 'declined', answeredBy: 'U5' }, 'en');

  expect(text).toContain('<@U5> said: not now.');
  expect(JSON.stringify(blocks)).not.toContain('button');
});

test('the form says for whom a department is, and managers only where nobody is named', () => {
  const kept = [
    { departmentId: 'bread', people: ['U2'], channels: ['C1'] },
    { departmentId: 'cake', people: [], channels: [] },
  ];
  const departments = ['bread', 'cake', 'tea'].map((_id) => ({ _id, name: _id }));

  const words = wordsIn(
    accessModal({ access: { ...accessOf({}), departments: kept }, departments }, 'en').blocks,
  );

  expect(words).toContain('*bread*: <#C1>, <@U2>');
  expect(words).toContain('*cake*: managers only');
  expect(words.join()).not.toContain('*tea*');
});

test('a refusal says why, what may be wrong with a channel, and asks for what was refused', () => {
  const blind = new NotPermittedError('reader', { blind: ['C0GONE'] });
  const department = new NotPermittedError('department', { department: { _id: 'bread', name: 'Bread' } });

  expect(refusalText(blind, 'en')).toContain('Daybook cannot see who is in <#C0GONE>');
  expect(refusalText(department, 'en')).toContain('*Bread*');
  expect(JSON.stringify(refusalButtons(department, 'en'))).toContain('"value":"bread"');
  expect(refusalButtons(new NotPermittedError('manager'), 'en')).toEqual([]);
});
