import { expect, test } from 'vitest';
import { openScene, type Scene } from '../story/support/scene.ts';
import { imported } from '../story/support/setup.ts';

const token = 'a-token-for-the-jobs';
const withToken = { authorization: `Bearer ${token}` };

function visit(scene: Scene, path: string, init: RequestInit = {}) {
  return fetch(`http://127.0.0.1:${scene.workspace.daybook.port}${path}`, { redirect: 'manual', ...init });
}

function signIn(scene: Scene, typed: string) {
  return visit(scene, '/jobs/sign-in', { method: 'POST', body: new URLSearchParams({ token: typed }) });
}

/** A scene in which jobs are scheduled. */
async function sceneWithJobs() {
  const scene = await openScene({ env: { JOBS_TOKEN: token, DAYBOOK_ROLE: 'all' } });
  await imported(scene);
  return scene;
}

test('without JOBS_TOKEN there is no such page', async () => {
  const scene = await openScene();

  const answers = await Promise.all([
    visit(scene, '/jobs', { headers: withToken }),
    visit(scene, '/jobs/api', { headers: withToken }),
    signIn(scene, ''),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('nobody sees anything without the token, neither the page nor its parts nor its data', async () => {
  const scene = await sceneWithJobs();

  const answers = await Promise.all([
    visit(scene, '/jobs'),
    visit(scene, '/jobs/index.html'),
    visit(scene, '/jobs/api'),
    visit(scene, '/jobs/api/stats', { headers: { authorization: 'Bearer another-token-of-jobs' } }),
    visit(scene, `/jobs/api?token=${token}`),
    visit(scene, '/jobs/api', { headers: { cookie: `daybook_jobs=9999999999999.${token}` } }),
    visit(scene, '/jobs/api/jobs/delete', { method: 'POST' }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  const [page] = answers;
  expect(await page?.text()).toContain('JOBS_TOKEN');
});

test('a person signs in with a form and then sees the jobs, until the cookie ends', async () => {
  const scene = await sceneWithJobs();

  const refused = await signIn(scene, 'not the token');
  const letIn = await signIn(scene, token);
  const cookie = letIn.headers.get('set-cookie') ?? '';
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const bare = await visit(scene, '/jobs', { headers });
  const page = await visit(scene, '/jobs/', { headers });
  const data = await visit(scene, '/jobs/api', { headers });
  scene.clock.moveTo('2025-11-13T23:00:00+01:00');
  const later = await visit(scene, '/jobs/api', { headers });

  expect([refused.status, refused.headers.get('set-cookie')]).toEqual([401, null]);
  expect([letIn.status, letIn.headers.get('location')]).toEqual([303, '/jobs/']);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(cookie).toMatch(/Path=\/jobs/);
  expect(cookie).not.toContain(token);
  expect([bare.status, bare.headers.get('location')]).toEqual([308, '/jobs/']);
  expect(await page.text()).toContain('<title>Agendash</title>');
  expect(JSON.stringify(await data.json())).toContain('sweep');
  expect(later.status).toBe(401);
});

test('jobs can only be looked at, and hold zones and hours but nothing of a workspace', async () => {
  const scene = await sceneWithJobs();
  const json = { 'content-type': 'application/json', ...withToken };
  const jobs = scene.connection.collection('agenda_jobs');
  const before = await jobs.countDocuments();
  const ids = (await jobs.find().toArray()).map(({ _id }) => String(_id));

  const tried = await Promise.all(
    ['delete', 'requeue', 'retry', 'pause', 'resume', 'create'].map((deed) =>
      visit(scene, `/jobs/api/jobs/${deed}`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ jobIds: ids, jobName: 'sweep' }),
      }),
    ),
  );
  const shown = await visit(scene, '/jobs/api?limit=500', { headers: withToken });

  expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 405));
  expect(await jobs.countDocuments()).toBe(before);
  const text = await shown.text();
  for (const theirs of [
    scene.slack.state.team.id,
    'U1MANAGER',
    'C1SALES',
    'Blad',
    'key-1',
    'xoxb',
    'mongodb',
  ]) {
    expect(text).not.toContain(theirs);
  }
});
