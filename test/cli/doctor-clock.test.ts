import { expect, test } from 'vitest';
import { clockFinding } from '../../cli/doctor/clock.ts';

const seconds = (count: number) => count * 1_000;

test.each([
  [4, 'ok', null],
  [-4, 'ok', null],
  [30, 'warning', 'this machine is 30 seconds ahead'],
  [-30, 'warning', 'this machine is 30 seconds behind'],
  [90, 'fault', 'this machine is 90 seconds ahead'],
])('a clock that is %d seconds ahead of the other one', (ahead, state, wrong) => {
  const finding = clockFinding('MongoDB', { theirs: 0, ours: seconds(ahead), exactTo: 0 });

  expect(finding).toMatchObject({ state, wrong });
});

test('what the other clock does not tell exactly is not held against this one', () => {
  const finding = clockFinding('Slack', { theirs: 0, ours: seconds(5.5), exactTo: seconds(1) });

  expect(finding.state).toBe('ok');
});
