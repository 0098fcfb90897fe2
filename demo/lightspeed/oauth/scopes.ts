import { ApiError } from '../api/errors.ts';

/** Documented for Sale. */
const sale = ['employee:register', 'employee:cfd'] as const;

/** That register_read alone opens sales follows from its description, not from the Sale page: it can be switched. */
export const saleScopes = (registerReadSuffices: boolean): readonly string[] =>
  registerReadSuffices ? [...sale, 'employee:register_read'] : sale;

/** @throws ApiError 403 when none of the scopes opens what is asked (the text is invented) */
export const requireScope = (has: readonly string[] | 'all', needs: readonly string[] | 'any'): void => {
  if (has === 'all' || needs === 'any' || has.includes('employee:all')) return;
  if (has.some((scope) => needs.includes(scope))) return;
  throw new ApiError(403, `The access token needs one of these scopes: ${needs.join(', ')}.`);
};

/** The scopes of an authorize request, or undefined when one of them cannot be (their full list is not kept here). */
export const readScopes = (text: string): string[] | undefined => {
  const scopes = text.split(/[ +]/).filter((scope) => scope !== '');
  const known = scopes.every((scope) => /^employee:[a-z_]+$/.test(scope));
  return known && scopes.length > 0 ? scopes : undefined;
};
