import { plain } from './support.ts';

/** Small good pieces of Block Kit, for the tables of what is taken and refused. */
export const x = (count: number): string => 'x'.repeat(count);
export const times = (count: number, make: (index: number) => unknown): unknown[] =>
  Array.from({ length: count }, (_, index) => make(index));
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('x'), ...more });
export const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
export const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
export const option = (text: string, value = text) => ({ text: plain(text), value });
export const options = (count: number) => times(count, (index) => option(`o${index}`));
export const select = (more: object = {}) => ({ type: 'static_select', options: options(2), ...more });
export const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('L'),
  element,
  ...more,
});
export const cell = (text: string) => ({ type: 'raw_text', text });
export const table = (rows: unknown[][], more: object = {}) => ({ type: 'table', rows, ...more });
export const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
export const bars = (more: object = {}) => ({
  type: 'data_visualization',
  title: 'Turnover',
  chart: {
    type: 'bar',
    series: [{ name: 'May', data: [{ label: 'Mon', value: -1.5 }] }],
    axis_config: { categories: ['Mon'] },
    ...more,
  },
});
export const pie = (...values: number[]) => ({
  type: 'data_visualization',
  title: 'T',
  chart: { type: 'pie', segments: values.map((value, index) => ({ label: `s${index}`, value })) },
});
export const alert = { type: 'alert', level: 'error', text: plain('That key was refused') };
export const card = { type: 'card', title: mrkdwn('Amsterdam'), actions: [button()] };
