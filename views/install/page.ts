import { WorkspaceBusyError } from '../../src/installations/keep-installation.ts';
import { type Language, languageOf } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { WebAnswer } from '../../src/slack/bolt.ts';
import type { Installed, Visit } from '../../src/slack/installer.ts';
import { webPage } from '../web-page.ts';

/** What a browser sees that comes back from Slack with Daybook installed. */
export function installedPage({ name, teamId, appId }: Installed, visit: Visit): WebAnswer {
  const language = languageOfVisit(visit);
  const { install: say } = texts(language);
  const query = new URLSearchParams({ app: appId, ...(teamId === null ? {} : { team: teamId }) });
  return webPage(
    {
      status: 200,
      title: say.title,
      happened: say.done(name),
      next: teamId === null ? say.doneOrg : say.doneNext,
      // Opens the app in Slack (https://docs.slack.dev/interactivity/deep-linking).
      link: { text: say.open, href: `https://slack.com/app_redirect?${query}` },
    },
    language,
  );
}

/** The same where it did not go well; `begin`: where one begins anew. */
export function notInstalledPage(
  error: Error,
  { visit, errorId, begin }: { visit: Visit; errorId: string; begin: string },
): WebAnswer {
  const language = languageOfVisit(visit);
  const { install: say } = texts(language);
  return webPage(
    {
      ...failure(error, errorId, language),
      title: say.title,
      next: say.again,
      link: { text: say.begin, href: begin },
    },
    language,
  );
}

/** By the codes of Bolt's installer; whatever else it is, the log knows under the number. */
function failure(error: Error, errorId: string, language: Language): { status: number; happened: string } {
  const { install: say } = texts(language);
  if (error instanceof WorkspaceBusyError) return { status: 503, happened: say.busy };
  switch ('code' in error ? error.code : undefined) {
    case 'slack_oauth_installer_authorization_error':
      return { status: 200, happened: say.cancelled };
    case 'slack_oauth_missing_state':
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_code':
      return { status: 400, happened: say.stale };
    default:
      return { status: 502, happened: say.failed(errorId) };
  }
}

/** A person who is not known yet has a browser that says what they read. */
function languageOfVisit({ languages }: Visit): Language {
  return languageOf(languages.split(/[,;]/)[0] ?? '') ?? 'en';
}
