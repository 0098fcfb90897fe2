import { expect, test } from 'vitest';
import { inaccessible, surfacesIn } from './accessible.ts';

const words = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: words(text) });
const button = (text: string, more: object = {}) => ({
  type: 'button',
  action_id: 'do',
  text: { type: 'plain_text', text },
  ...more,
});

test('what is said in words passes', () => {
  const blocks = [
    section('*Bakery*   €12.00'),
    { type: 'actions', elements: [button('← 9', { accessibility_label: '9 May, the day before' })] },
    { type: 'image', alt_text: 'Bakery 12.00, Flowers 3.00' },
  ];

  expect(inaccessible({ text: 'Bakery €12.00', blocks })).toEqual([]);
});

test.each([
  ['a text of marks', [section(':warning:')]],
  ['a text of a pictograph', [section('✅')]],
  ['a button of an arrow', [{ type: 'actions', elements: [button('←')] }]],
  ['a picture without numbers', [{ type: 'image', alt_text: 'Chart' }]],
  ['two buttons that sound alike', [button('Map', { value: '1' }), button('Map', { value: '2' })]],
  ['a headline that the text leaves out', [section('*€12.00* incl. VAT')]],
])('%s does not', (_what, blocks) => {
  expect(inaccessible({ text: 'Turnover', blocks })).toHaveLength(1);
});

test('blocks are found wherever Slack takes them', () => {
  const blocks = [section('Hello')];

  expect(surfacesIn({ channel: 'C1', text: 'Hello', blocks: JSON.stringify(blocks) })).toHaveLength(1);
  expect(surfacesIn({ view: JSON.stringify({ type: 'home', blocks }) })).toHaveLength(1);
  expect(surfacesIn({ response_action: 'update', view: { blocks } })).toHaveLength(1);
});
