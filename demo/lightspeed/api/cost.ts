import type { Relation } from './entity.ts';

/**
 * What a request costs in drips, in the documentation of March 2026: 1, +0.1 a to-one and +0.2 a to-many relation
 * (doubled in lists), +1 an operand of `or` up to 10; `count` is 10 in all.
 */
export const costOf = (
  params: URLSearchParams,
  relations: Record<string, Pick<Relation<never>, 'many'>>,
  list: boolean,
): number => {
  if (params.get('count') === '1') return 10;
  const asked = params.get('load_relations') ?? '';
  const loaded = Object.entries(relations).filter(([name]) => asked === 'all' || asked.includes(`"${name}`));
  const relationCost = loaded.reduce((all, [, { many }]) => all + (many ? 0.2 : 0.1), 0);
  const operands = params.get('or')?.split('|').length ?? 0;
  return 1 + relationCost * (list ? 2 : 1) + Math.min(10, operands);
};
