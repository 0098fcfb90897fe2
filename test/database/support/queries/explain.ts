import type { Connection, mongo } from 'mongoose';
import type { Asked } from './shape.ts';

/** What the server did, or would do, to answer. */
export interface Plan {
  /** Names of the indexes it looked into; none for a search by `_id` alone, or through everything. */
  indexes: string[];
  readsAll: boolean;
  sortsInMemory: boolean;
  /** No document was opened: all that was wanted stands in the index. */
  isIndexOnly: boolean;
  keys: number;
  documents: number;
  /** How many documents were given back, or would be changed. */
  found: number;
}

/** Has the server run the question, without changing anything, and tell how it went. */
export async function explain(connection: Connection, { command }: Asked): Promise<Plan> {
  const told = await connection.db?.command({ explain: command, verbosity: 'executionStats' });
  // An aggregate whose stages are not all handed to the search is told of stage by stage.
  const { executionStats, queryPlanner } = told?.['stages']?.[0]?.['$cursor'] ?? told ?? {};
  if (!executionStats || !queryPlanner) throw new Error(`not explained: ${JSON.stringify(told)}`);
  const winning: mongo.Document = queryPlanner['winningPlan'];
  const planned = stagesOf(winning['queryPlan'] ?? winning);
  const done = stagesOf(executionStats['executionStages']);
  const names = planned.map(({ stage }) => String(stage));
  const changed = done.map((stage) => stage['nMatched'] ?? stage['nWouldDelete'] ?? 0);
  return {
    indexes: [...new Set(planned.flatMap(({ indexName }) => (indexName ? [String(indexName)] : [])))].sort(),
    readsAll: names.includes('COLLSCAN'),
    sortsInMemory: names.includes('SORT'),
    isIndexOnly: !names.some((name) => ['FETCH', 'COLLSCAN', 'IDHACK', 'UPDATE', 'DELETE'].includes(name)),
    keys: executionStats['totalKeysExamined'],
    documents: executionStats['totalDocsExamined'],
    found: Math.max(executionStats['nReturned'], ...changed),
  };
}

/** A stage and all that feeds it. */
function stagesOf(stage: mongo.Document): mongo.Document[] {
  const inner = [
    stage['inputStage'],
    stage['thenStage'],
    stage['elseStage'],
    ...(stage['inputStages'] ?? []),
  ];
  return [stage, ...inner.filter(Boolean).flatMap(stagesOf)];
}
