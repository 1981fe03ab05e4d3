import { connect, type Session } from './drivers';
import { relay } from './gateway';
import { call, serve } from './http';
import { sqlOf, type Call, type ClientEvent, type Gateway, type Script, type Service } from './script';

/** One JSON object a line, with the time. */
function tell(event: object): void {
  process.stdout.write(`${JSON.stringify({ at: Date.now(), ...event } as ClientEvent)}\n`);
}

/** Does what its script says and tells what it sees. */
async function run(script: Script): Promise<void> {
  let act = -1;
  // Whoever does not come to what is measured would never end.
  const coming = setTimeout(() => process.exit(1), 60_000);
  const waits = (): void => {
    clearTimeout(coming);
    setTimeout(() => {
      tell({ saw: 'nothing', act });
      process.exit(0);
    }, script.patience * 1000);
  };
  // An error comes through the query that waits for it, or through the connection itself: the first one counts.
  const failed = (error: unknown): void => {
    const { code = '', message } = error as { code?: string; message: string };
    tell({ saw: 'error', act, code, message });
    process.exit(0);
  };
  try {
    const session: Session = await connect(script, failed);
    tell({ saw: 'connected' });
    for (const one of script.acts) {
      act += 1;
      tell({ saw: 'act', act });
      if (act === script.measured) waits();
      if (one.do === 'pause') await new Promise((resolve) => setTimeout(resolve, one.seconds * 1000));
      else await session.query(sqlOf(one));
      tell({ saw: 'done', act });
    }
    tell({ saw: 'end' });
    process.exit(0);
  } catch (error) {
    failed(error);
  }
}

// A task that is told to stop ends what it does first.
process.on('SIGTERM', () => undefined);

const told = JSON.parse(process.argv[2] ?? '') as Script | Service | Call | Gateway;
if ('relay' in told) relay(told, () => tell({ saw: 'listening' }));
else if ('call' in told) call(told, tell);
else if ('serve' in told) void serve(told, tell);
else void run(told);
