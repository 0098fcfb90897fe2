import type { AuditAction, AuditEntry } from '../../models/audit-entry.ts';
import { dayText, type Language, list } from '../../src/language/format.ts';
import { spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import { type AuditNames, storeKey } from '../../src/security/audit-log.ts';
import { asText, cut } from '../blocks.ts';

/** Most names told of one deed. */
const mostNames = 8;

/** What an entry holds, in words: names as they were, or as they are now. */
interface Told {
  who: string;
  /** A name that the entry itself holds. */
  name(field: string): string;
  account: string;
  store: string;
  department: string;
  person(field: string): string;
  people(field: string): string;
  channel: string;
  day(field: string): string;
  days: string;
  has(field: string): boolean;
  /** Names in a list of the entry. */
  names(field: string): string;
  /** The departments in a list of the entry. */
  departments(field: string): string;
}

type Say = ReturnType<typeof texts>['audit'];

const sentences: Record<AuditAction, (told: Told, say: Say, language: Language) => string> = {
  'workspace.installed': ({ who }, { did }) => did.workspaceInstalled(who),
  'workspace.restored': ({ who }, { did }) => did.workspaceRestored(who),
  'workspace.uninstalled': ({ who }, { did }) => did.workspaceUninstalled(who),
  'link.made': ({ who, account }, { did }) => did.linkMade(who, account),
  'link.key-replaced': ({ who, account }, { did }) => did.linkRenewed(who, account),
  'link.ended': ({ who, account }, { did }) => did.linkEnded(who, account),
  'link.paused': ({ who, account }, { did }) => did.linkPaused(who, account),
  'link.resumed': ({ who, account }, { did }) => did.linkResumed(who, account),
  'link.taken-over': ({ who, account }, { did }) => did.linkTaken(who, account),
  'store.added': ({ name }, { did }) => did.storeAdded(name('name')),
  'store.renamed': ({ name }, { did }) => did.storeRenamed(name('formerName'), name('name')),
  'store.archived': ({ name }, { did }) => did.storeArchived(name('name')),
  'store.gone': ({ name }, { did }) => did.storeGone(name('name')),
  'mapping.saved': ({ who, names }, { did }) => did.mappingSaved(who, names('stores')),
  'department.added': ({ who, name }, { did }) => did.departmentAdded(who, name('name')),
  'department.renamed': ({ who, name }, { did }) => did.departmentRenamed(who, name('from'), name('to')),
  'department.moved': ({ who, name }, { did }) => did.departmentMoved(who, name('name')),
  'department.archived': ({ who, name }, { did }) => did.departmentArchived(who, name('name')),
  'department.restored': ({ who, name }, { did }) => did.departmentRestored(who, name('name')),
  'department.merged': ({ who, name }, { did }) => did.departmentMerged(who, name('from'), name('into')),
  'departments.sorted': ({ who }, { did }) => did.departmentsSorted(who),
  'store.day-changed': ({ who, store, day }, { did }) => did.storeDay(who, store, day('from')),
  'channel.chosen': ({ who, channel }, { did }) => did.channelChosen(who, channel),
  'channel.removed': ({ who, channel }, { did }) => did.channelRemoved(who, channel),
  'closing.changed': ({ who }, { did }) => did.closingChanged(who),
  'setting.changed': settingSentence,
  'access.changed': ({ who, has, department }, { did }) =>
    has('departmentId') ? did.departmentAccess(who, department) : did.accessChanged(who),
  'access.allowed': ({ who, person }, { did }) => did.accessAllowed(who, person('person')),
  'access.declined': ({ who, person }, { did }) => did.accessDeclined(who, person('person')),
  'managers.changed': ({ who, people, has }, { did }) =>
    has('added') || has('removed')
      ? [
          ...(has('added') ? [did.managersAdded(who, people('added'))] : []),
          ...(has('removed') ? [did.managersRemoved(who, people('removed'))] : []),
        ].join(' ')
      : did.accessChanged(who),
  'monthly-file.ordered': ({ who, people, has }, { did }) =>
    has('userIds') ? did.monthlyOrdered(who, people('userIds')) : did.monthlyEnded(who),
  'note.changed': ({ who, person, day }, { did }) => did.noteChanged(who, person('by'), day('day')),
  'note.removed': ({ who, person, day }, { did }) => did.noteRemoved(who, person('by'), day('day')),
  'targets.saved': ({ who, departments }, { did }) => did.targetsSaved(who, departments('departments')),
  'import.asked': ({ who }, { did }) => did.importAsked(who),
  'backfill.asked': ({ who, days, account }, { did }) => did.backfillAsked(who, days, account),
  'backfill.paused': ({ who }, { did }) => did.backfillPaused(who),
  'backfill.resumed': ({ who }, { did }) => did.backfillResumed(who),
  'backfill.stopped': ({ who }, { did }) => did.backfillStopped(who),
  'day.reimported': ({ who, days, account }, { did }) => did.reimported(who, days, account),
  'figure.entered': ({ who, store, day, name }, { did }) =>
    did.figureEntered(who, store, day('day'), name('reason')),
  'figure.released': ({ who, store, day }, { did }) => did.figureReleased(who, store, day('from')),
  'file.sent': ({ who, days }, { did }) => did.fileSent(who, days),
  'turnover.refused': ({ who, has, name }, { did }) =>
    has('department') ? did.refusedDepartment(who, name('department')) : did.refused(who),
};

function settingSentence({ who, name, has }: Told, { did }: Say, language: Language): string {
  const { vat, settings } = texts(language);
  if (has('vat')) return did.vatChosen(who, name('vat') === 'incl' ? vat.incl : vat.excl);
  return did.languageChosen(who, name('language') === 'nl' ? settings.languages.nl : settings.languages.en);
}

/** What somebody did, as one reads it. */
export function auditSentence(entry: AuditEntry, names: AuditNames, language: Language): string {
  const say = texts(language).audit;
  return sentences[entry.action](toldOf(entry, names, language), say, language);
}

function toldOf(
  { who, details }: AuditEntry,
  { links, departments, stores }: AuditNames,
  language: Language,
): Told {
  const { unknown, more } = texts(language).audit;
  const text = (field: string) => textOf(details[field]);
  const shown = (words: string | undefined) => asText(cut(words || unknown, 120));
  const some = (all: readonly string[]) => {
    const left = all.length - mostNames;
    return list([...all.slice(0, mostNames), ...(left > 0 ? [more(left)] : [])], language);
  };
  const items = (field: string) => (Array.isArray(details[field]) ? details[field] : []);
  const day = (field: string) => (isDay(text(field)) ? dayText(text(field), language) : shown(undefined));
  return {
    who: doerText(who, language),
    name: (field) => shown(text(field)),
    account: shown(links.get(text('linkId')) ?? text('account')),
    store: shown(stores.get(storeKey(text('linkId'), text('storeId')))),
    department: shown(departments.get(text('departmentId'))),
    person: (field) => personText(text(field), language),
    people: (field) => some(items(field).map((id) => personText(textOf(id), language))),
    channel: isId(text('channelId')) ? `<#${text('channelId')}>` : shown(undefined),
    day,
    days:
      isDay(text('from')) && isDay(text('to'))
        ? spanText({ from: text('from'), to: text('to') }, language)
        : shown(undefined),
    has: (field) => (Array.isArray(details[field]) ? items(field).length > 0 : text(field) !== ''),
    names: (field) => some(items(field).map((name) => `*${shown(textOf(name))}*`)),
    departments: (field) =>
      some(items(field).map((each) => `*${shown(departments.get(departmentIdOf(each)))}*`)),
  };
}

function doerText(who: string, language: Language): string {
  if (who === 'operator') return texts(language).audit.operator;
  return isId(who) ? `<@${who}>` : texts(language).audit.daybook;
}

function personText(id: string, language: Language): string {
  return isId(id) ? `<@${id}>` : texts(language).audit.unknown;
}

function departmentIdOf(each: unknown): string {
  return typeof each === 'object' && each !== null && 'departmentId' in each ? textOf(each.departmentId) : '';
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const isId = (text: string) => /^[A-Z0-9]{2,}$/.test(text);
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
