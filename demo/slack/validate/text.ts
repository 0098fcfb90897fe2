import type { Limit } from '../limits.ts';
import { limits } from '../limits.ts';
import type { Check } from './check.ts';
import { boolean, byType, either, list, oneOf, record, string, typed } from './check.ts';

/** A plain_text object; mrkdwn is refused. Headers, buttons, labels, titles and placeholders want this. */
export function plainText(limit: Limit): Check {
  return byType({ plain_text: plain(limit) });
}

/** A text object of either kind. */
export function anyText(limit: Limit): Check {
  return byType({ plain_text: plain(limit), mrkdwn: mrkdwn(limit) });
}

function plain(limit: Limit): Check {
  return typed({ text: string(limit) }, { emoji: boolean });
}

function mrkdwn(limit: Limit): Check {
  return typed({ text: string(limit) }, { verbatim: boolean });
}

const describedOption = {
  value: string(limits.optionValue),
  description: plainText(limits.optionDescription),
};

/** An option of a select menu: plain_text only. */
export const selectOption: Check = record(
  { text: plainText(limits.optionText), value: describedOption.value },
  { description: describedOption.description },
);

/** An option of radio buttons and checkboxes: mrkdwn is allowed. */
export const choiceOption: Check = record(
  { text: anyText(limits.optionText), value: describedOption.value },
  { description: anyText(limits.optionDescription) },
);

/** An option of an overflow menu: the only kind that may carry a url. */
export const overflowOption: Check = record(
  { text: plainText(limits.optionText) },
  {
    value: describedOption.value,
    description: describedOption.description,
    url: string(limits.optionUrl),
  },
);

export const optionGroup: Check = record({
  label: plainText(limits.optionText),
  options: list(selectOption, limits.selectOptions),
});

export const confirm: Check = record(
  { text: anyText(limits.confirmText) },
  {
    title: plainText(limits.confirmTitle),
    confirm: plainText(limits.confirmButton),
    deny: plainText(limits.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

const slackFile: Check = record(
  {},
  { id: string(), url: string(limits.url) },
  either('id', 'url', 'refused'),
);

export const imageSource = {
  fields: { image_url: string(limits.url), slack_file: slackFile },
  rule: either('image_url', 'slack_file', 'refused'),
};

export const imageElement: Check = byType({
  image: typed({ alt_text: string(limits.altText) }, imageSource.fields, imageSource.rule),
});
