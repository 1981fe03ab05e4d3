import { createServer, get, type ServerResponse } from 'node:http';
import { connect, type Session } from './drivers';
import { sqlOf, type Act, type Call, type Service } from './script';

type Tell = (event: object) => void;

/** Answers each request once the script's acts are through; it connects before it listens, as a pool does. */
export async function serve(service: Service, tell: Tell): Promise<void> {
  const session = await connect(service, () => undefined);
  const server = createServer((_, response) => {
    answer(service.acts, session, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.requestTimeout = 0;
  server.listen(service.serve, () => tell({ saw: 'connected' }));
}

/** Rows are passed on as they come; all else is silence until the end. */
async function answer(acts: readonly Act[], session: Session, response: ServerResponse): Promise<void> {
  for (const act of acts) {
    if (act.do === 'pause') continue;
    await session.query(sqlOf(act), act.do === 'rows' ? () => void response.write('row\n') : undefined);
  }
  response.end('done');
}

/** Sends one request and tells what becomes of it: `done`, or the HTTP status as an error. */
export function call({ call: url, patience }: Call, tell: Tell): void {
  setTimeout(() => {
    tell({ saw: 'nothing', act: 0 });
    process.exit(0);
  }, patience * 1000);
  tell({ saw: 'act', act: 0 });
  const failed = (code: string, message: string): void => {
    tell({ saw: 'error', act: 0, code, message });
    process.exit(0);
  };
  get(url, (response) => {
    response.resume();
    response.on('error', (error: NodeJS.ErrnoException) => failed(error.code ?? '', error.message));
    response.on('end', () => {
      if (response.statusCode !== 200)
        return failed(`HTTP ${String(response.statusCode)}`, response.statusMessage ?? '');
      tell({ saw: 'done', act: 0 });
      tell({ saw: 'end' });
      process.exit(0);
    });
  }).on('error', (error: NodeJS.ErrnoException) => failed(error.code ?? '', error.message));
}
