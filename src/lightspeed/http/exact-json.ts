/** What a reviver is told of a primitive: the text it was written as (ECMAScript 2026, JSON.parse source text access). */
type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/** The type library does not know the third argument yet; Node 26 passes it. */
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/**
 * JSON with each number as the text it was written as (`12.10` is `'12.10'`), so that no amount ever goes through a
 * float. Throws a SyntaxError.
 */
export function parseExact(text: string): unknown {
  return parseWithSource(text, (_key, value, { source }) =>
    typeof value === 'number' ? (source ?? String(value)) : value,
  );
}
