import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Run by server-process.ts as a process: `parent-watch.ts <pid of mongod>`. Its input is a pipe held by the parent.
 * 'done' on it: the server has ended, go. Its end without a word: the parent died, so end the server.
 */
const pid = Number(process.argv[2]);
const patienceMs = 20_000;

let said = '';
process.stdin.setEncoding('utf8').on('data', (chunk: string) => {
  said += chunk;
});
process.stdin.on('end', () => {
  if (!said.includes('done')) void endServer();
});

async function endServer(): Promise<void> {
  if (!signal('SIGTERM')) return;
  for (let waited = 0; waited < patienceMs; waited += 100) {
    await sleep(100);
    if (!signal(0)) return;
  }
  signal('SIGKILL');
}

function signal(name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    // It has ended.
    return false;
  }
}
