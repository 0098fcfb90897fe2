import { managerId, teamId } from './slack-stub.ts';

const user = {
  id: managerId,
  team_id: teamId,
  name: 'manager',
  real_name: 'Manager',
  is_admin: true,
  locale: 'en-GB',
  tz: 'Europe/Amsterdam',
  deleted: false,
  is_bot: false,
  profile: {},
};
const said: Record<string, object> = {
  'auth.test': {
    team_id: teamId,
    team: 'Bench',
    user_id: 'U0BOT',
    bot_id: 'B0BOT',
    url: 'https://bench.example/',
  },
  'users.info': { user },
  'files.completeUploadExternal': { files: [{ id: 'F0BENCH' }] },
};

/** What the stub of Slack, which is reached at `host`, answers to a method: yes, whatever it is. */
export function saidBySlack(method: string, host: string): object {
  const more =
    method === 'files.getUploadURLExternal'
      ? { upload_url: `http://${host}/upload/F0BENCH`, file_id: 'F0BENCH' }
      : said[method];
  return { ok: true, ...more };
}
