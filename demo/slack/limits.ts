/**
 * What Slack allows, each with the page that says so. Where sources disagree the smaller limit stands.
 * Lengths are in characters, counts in items, sizes in bytes; all maxima are inclusive.
 */
export type Limit = { readonly max: number; readonly source: string };

const reference = 'https://docs.slack.dev/reference';
const blocks = `${reference}/block-kit/blocks`;
const elements = `${reference}/block-kit/block-elements`;
const objects = `${reference}/block-kit/composition-objects`;
const methods = `${reference}/methods`;

function limit(max: number, source: string): Limit {
  return { max, source };
}

export const limits = {
  messageBlocks: limit(50, blocks),
  viewBlocks: limit(100, `${reference}/views/modal-views`),
  blockId: limit(255, blocks),
  actionId: limit(255, elements),

  text: limit(3000, `${objects}/text-object`),
  optionText: limit(75, `${objects}/option-object`),
  // 150 by python slack_sdk, 75 by the comment in @slack/types 3.2.0
  optionValue: limit(75, 'https://github.com/slackapi/node-slack-sdk/tree/main/packages/types'),
  optionDescription: limit(75, `${objects}/option-object`),
  optionUrl: limit(3000, `${objects}/option-object`),
  optionGroups: limit(100, `${objects}/option-group-object`),
  confirmTitle: limit(100, `${objects}/confirmation-dialog-object`),
  confirmText: limit(300, `${objects}/confirmation-dialog-object`),
  confirmButton: limit(30, `${objects}/confirmation-dialog-object`),

  buttonText: limit(75, `${elements}/button-element`),
  buttonValue: limit(2000, `${elements}/button-element`),
  url: limit(3000, `${elements}/button-element`),
  accessibilityLabel: limit(75, `${elements}/button-element`),
  placeholder: limit(150, `${elements}/select-menu-element`),
  selectOptions: limit(100, `${elements}/select-menu-element`),
  choiceOptions: limit(10, `${elements}/checkboxes-element`),
  overflowOptions: limit(5, `${elements}/overflow-menu-element`),
  inputText: limit(3000, `${elements}/plain-text-input-element`),
  focusOnLoad: limit(1, elements),
  inputFiles: limit(10, `${elements}/file-input-element`),
  altText: limit(2000, `${blocks}/image-block`),

  sectionText: limit(3000, `${blocks}/section-block`),
  sectionFields: limit(10, `${blocks}/section-block`),
  sectionField: limit(2000, `${blocks}/section-block`),
  headerText: limit(150, `${blocks}/header-block`),
  contextElements: limit(10, `${blocks}/context-block`),
  actionsElements: limit(25, `${blocks}/actions-block`),
  contextActionsElements: limit(5, `${blocks}/context-actions-block`),
  inputLabel: limit(2000, `${blocks}/input-block`),
  inputHint: limit(2000, `${blocks}/input-block`),
  imageTitle: limit(2000, `${blocks}/image-block`),
  markdownText: limit(12_000, `${blocks}/markdown-block`),
  videoTitle: limit(200, `${blocks}/video-block`),
  videoAuthor: limit(50, `${blocks}/video-block`),
  cardTitle: limit(150, `${blocks}/card-block`),
  cardBody: limit(200, `${blocks}/card-block`),
  carouselCards: limit(10, `${blocks}/carousel-block`),
  containerTitle: limit(150, `${blocks}/container-block`),
  containerBlocks: limit(10, `${blocks}/container-block`),

  tableRows: limit(100, `${blocks}/table-block`),
  tableCells: limit(20, `${blocks}/table-block`),
  tableText: limit(10_000, `${blocks}/table-block`),
  tablesInMessage: limit(1, `${blocks}/table-block`),
  // 201 by slack-morphism 2.30, 101 by the page
  dataTableRows: limit(101, `${blocks}/data-table-block`),
  dataTablePage: limit(100, `${blocks}/data-table-block`),

  chartTitle: limit(50, `${blocks}/data-visualization-block`),
  chartLabel: limit(20, `${blocks}/data-visualization-block`),
  chartAxisTitle: limit(50, `${blocks}/data-visualization-block`),
  chartCategories: limit(20, `${blocks}/data-visualization-block`),
  // 12 by vercel/chat, 6 by the page
  chartSeries: limit(6, `${blocks}/data-visualization-block`),
  chartsInMessage: limit(2, `${blocks}/data-visualization-block`),

  viewTitle: limit(24, `${reference}/views/modal-views`),
  privateMetadata: limit(3000, `${reference}/views/modal-views`),
  callbackId: limit(255, `${reference}/views/modal-views`),
  externalId: limit(255, `${reference}/views/modal-views`),
  viewBytes: limit(250_000, `${methods}/views.open`),
  viewStack: limit(3, `${methods}/views.push`),

  messageText: limit(40_000, `${methods}/chat.postMessage`),
  updateText: limit(4000, `${methods}/chat.update`),
  attachments: limit(100, `${methods}/chat.postMessage`),
  // undocumented; measured in bolt-js issue 2509
  messageBlocksText: limit(13_200, 'https://github.com/slackapi/bolt-js/issues/2509'),
  validatedText: limit(100_000, `${methods}/blocks.validate`),
} as const satisfies Record<string, Limit>;
