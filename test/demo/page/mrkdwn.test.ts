import { describe, expect, test } from 'vitest';
import { completions } from '../../../demo/page/completion.ts';
import type { Child } from '../../../demo/page/dom.ts';
import { mrkdwn } from '../../../demo/page/mrkdwn.ts';

const names = {
  person: (id: string) => (id === 'U1' ? 'Ada' : id),
  channel: (id: string) => (id === 'C1' ? 'sales' : id),
  locale: 'en-GB',
  zone: 'Europe/Amsterdam',
};

/** The elements as a person would write them down: tags in angle brackets, without attributes. */
function written(children: Child[]): string {
  return children
    .map((child) =>
      typeof child === 'string' ? child : `<${child.tag}>${written(child.children)}</${child.tag}>`,
    )
    .join('');
}

describe('mrkdwn', () => {
  test.each([
    ['*bold* and _italic_ and ~gone~', '<strong>bold</strong> and <em>italic</em> and <del>gone</del>'],
    ['*bold _and italic_*', '<strong>bold <em>and italic</em></strong>'],
    ['`*not bold*`', '<code>*not bold*</code>'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['```a *b*\nc```', '<pre>a *b*\nc</pre>'],
    ['one\ntwo', 'one<br></br>two'],
    ['&gt; said\nafter', '<blockquote>said</blockquote>after'],
    ['hi <@U1> in <#C1>', 'hi <span>@Ada</span> in <a>#sales</a>'],
    ['<!channel>', '<span>@channel</span>'],
    ['<https://example.com|here>', '<a>here</a>'],
    ['<javascript:alert(1)|here>', 'here'],
    ['&lt;img src=x&gt; &amp;amp;', '<img src=x> &amp;'],
    [':warning: and :no_such:', '<span>⚠️</span> and :no_such:'],
    ['<!date^1731398400^{date_num} {time}|then>', '12/11/2024 09:00'],
  ])('%j', (text, expected) => {
    expect(written(mrkdwn(text, names))).toBe(expected);
  });
});

describe('completion', () => {
  const commands = [
    { command: '/turnover', hint: '[day]', description: 'A day' },
    { command: '/lightspeed', hint: '[link|map|status]', description: 'Set up' },
  ];

  test.each([
    ['/', ['/turnover ', '/lightspeed ']],
    ['/l', ['/lightspeed ']],
    ['/lightspeed ', ['/lightspeed link', '/lightspeed map', '/lightspeed status']],
    ['/lightspeed st', ['/lightspeed status']],
    ['/lightspeed status', []],
    ['/turnover ', []],
    ['hello', []],
  ])('%j', (typed, expected) => {
    expect(completions(typed, commands).map(({ line }) => line)).toEqual(expected);
  });
});
