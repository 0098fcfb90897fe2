import type { Account, Connector, SalesWindow } from '../../src/lightspeed/connector.ts';
import type { Answer, Asked } from './http/till.ts';

/** A sale of the contract, in words that every series has. */
export interface ContractSale {
  id: string;
  storeId: string;
  /** Of its completion: ISO 8601 in whole seconds, UTC. */
  at: string;
  /** Decimal text, with tax. */
  gross: string;
  /** Decimal text. */
  tax: string;
  standing: 'counts' | 'voided' | 'archived' | 'open';
}

export interface ContractStore {
  id: string;
  name: string;
  zone: string;
  archived: boolean;
}

export interface Connecting {
  maxBytes?: number;
  timeoutMs?: number;
}

/** What a series brings to be held against the contract: a connector, and a till that speaks as its API does. */
export interface ConnectorKit {
  /** The key that `connect` uses, and how it goes over the wire. */
  key: string;
  onTheWire: string;
  /** A connector to a till at a URL, with a clock that only its sleep moves; `slept` holds the waits, milliseconds. */
  connect(till: { url: string }, over?: Connecting): { connector: Connector; slept: number[] };
  /** One whole day, in the zone of the sales' instants. */
  window: SalesWindow;
  storeIds: readonly [string, string];
  account: Account;
  /**
   * What the API answers for an account with these stores and sales, in pages of `size` where it has pages. It takes no notice of
   * the window: a connector does not rely on the other side for its bounds.
   */
  answer(asked: Asked, has: { stores?: ContractStore[]; sales?: ContractSale[]; size: number }): Answer;
  /** A page of sales, for what comes twice. */
  salesPage(sales: ContractSale[]): unknown;
  /** Bodies of errors as the API sends them. */
  errorBodies: readonly unknown[];
  /** Answers with status 200 that are none to a question for sales. */
  wrongShapes: readonly (readonly [what: string, body: unknown])[];
  /** Answers to a question for sales that hold a text wherever one may end up in an error. */
  echoes(text: string): Answer[];
}
