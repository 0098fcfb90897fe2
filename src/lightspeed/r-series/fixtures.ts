/**
 * Bodies as the API sends them, for tests: the values are those of its documentation and of recorded answers,
 * the fields those that matter here and some that must not (line sums, `totalDue`, payments).
 */
type Fields = Record<string, unknown>;

/** The sale of the documentation's list (endpoints/Sale), with `over` in place of its values. */
export function saleBody(over: Fields = {}): Fields {
  return {
    saleID: '2',
    timeStamp: '2021-06-06T15:19:18+00:00',
    completed: 'true',
    archived: 'false',
    voided: 'false',
    isTaxInclusive: 'false',
    createTime: '2021-06-06T15:17:23+00:00',
    updatetime: '2021-06-06T15:19:18+00:00',
    completeTime: '2021-06-06T15:19:18+00:00',
    tax1Rate: '0.0825',
    tax2Rate: '0.05',
    change: '0',
    calcDiscount: '0',
    calcTotal: '317.1',
    calcSubtotal: '280',
    calcTax1: '23.1',
    calcTax2: '14',
    calcPayments: '317.1',
    total: '317.1',
    totalDue: '317.1',
    shopID: '1',
    taxTotal: '37.1',
    ...over,
  };
}

/** The same without some fields. */
export function without(body: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** tutorials/sales: a full refund is a sale of its own with negative amounts, and spells `updateTime`. */
export const refund = without(
  saleBody({
    saleID: '282',
    timeStamp: '2016-11-10T14:07:38+00:00',
    updateTime: '2016-11-10T14:07:38+00:00',
    completeTime: '2016-11-10T14:07:38+00:00',
    calcTotal: '-34.48',
    calcSubtotal: '-29.99',
    calcTax1: '-1.5',
    calcTax2: '-2.99',
    total: '-34.48',
    totalDue: '-34.48',
    taxTotal: '-4.49',
    SaleLines: {
      SaleLine: [
        { unitQuantity: '-1', calcTotal: '-11.4860025', calcTax1: '-0.4995', calcTax2: '-0.9965025' },
        { unitQuantity: '-1', calcTotal: '-22.995', calcTax1: '-1', calcTax2: '-1.995' },
      ],
    },
    SalePayments: { SalePayment: { amount: '-34.48', tipAmount: '0' } },
  }),
  'updatetime',
);

/** tutorials/gift-cards: loading a card moves money, but sells nothing. */
export const giftCardLoad = saleBody({
  saleID: '195',
  completeTime: '2021-10-11T18:21:08+00:00',
  calcTotal: '0',
  calcSubtotal: '0',
  calcTax1: '0',
  calcTax2: '0',
  calcPayments: '0',
  total: '0',
  totalDue: '100',
  displayableTotal: '100',
  taxTotal: '0',
});

/** tutorials/searching: from before createTime, updatetime and completeTime existed (2017.18). */
export const oldSale = without(
  saleBody({
    saleID: '248',
    timeStamp: '2016-11-02T19:36:29+00:00',
    calcTotal: '11.49',
    calcSubtotal: '9.99',
    calcTax1: '0.5',
    calcTax2: '1',
    total: '11.49',
    taxTotal: '1.5',
  }),
  'createTime',
  'updatetime',
  'completeTime',
);

/** Recorded: an open sale has no completeTime. */
export const openSale = without(
  saleBody({ saleID: '4', completed: 'false', timeStamp: '2015-11-06T01:53:19+00:00', total: '0' }),
  'createTime',
  'updatetime',
  'completeTime',
);

/** endpoints/Sale: what DELETE leaves. */
export const cancelledSale = without(
  saleBody({ saleID: '156', completed: 'false', archived: 'true', total: '0' }),
  'completeTime',
);

/** A void is the same sale with the flag set (no body of one is public). */
export const voidedSale = saleBody({ saleID: '22', voided: 'true', updatetime: '2021-06-07T13:23:55+00:00' });

/** endpoints/Shop: relations come along empty as "". */
export function shopBody(over: Fields = {}): Fields {
  return {
    shopID: '1',
    name: 'HQ',
    timeZone: 'US/Pacific',
    archived: 'false',
    timeStamp: '2021-03-03T15:53:45+00:00',
    vatNumber: '',
    Contact: { contactID: '7', Addresses: '', Websites: '' },
    ...over,
  };
}

/** A V3 list: no rows leave the key away, one row is an object, several are an array. */
export function listBody(key: 'Sale' | 'Shop', rows: Fields[], next = ''): Fields {
  const attributes = { '@attributes': { next, previous: '' } };
  if (rows.length === 0) return attributes;
  return { ...attributes, [key]: rows.length === 1 ? rows[0] : rows };
}

export const accountListBody = {
  '@attributes': { count: '1' },
  Account: {
    accountID: '123456',
    name: 'Sandbox Store',
    link: { '@attributes': { href: '/API/Account/123456' } },
  },
};

/** endpoints/Account: a single account is not wrapped. */
export const accountBody = {
  '@attributes': { systemCustomerID: '1' },
  status: 'customer',
  name: 'Main',
  defaultCurrency: { code: 'CAD', symbol: '$' },
  purchasingCurrencies: { purchasingCurrency: [{ code: 'CNY', symbol: '¥', rate: '0.5' }] },
};

/** Recorded error bodies; 400 and 404 came as text/html. */
export const errorBodies = {
  400: {
    httpCode: '400',
    httpMessage: 'Bad Request',
    message: 'name cannot be blank.',
    errorClass: 'Exception',
  },
  401: {
    httpCode: '401',
    httpMessage: 'Unauthorized',
    message: 'Invalid username/password or API key.',
    errorClass: 'BadAuthenticationRequestError',
  },
  404: {
    httpCode: '404',
    httpMessage: 'Not Found',
    message: "Object of type 'Employee' not found with primary ID '2'.",
    errorClass: 'Exception',
  },
} as const;

/** endpoints/authentication: an access token that ran out. */
export const expiredTokenBody = {
  error: 'access_denied',
  error_description: 'The resource owner or authorization server denied the request.',
  hint: 'Access token could not be verified',
};
