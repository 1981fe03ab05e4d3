import { createServer, get } from 'node:http';
import { connect } from './drivers';
import { sqlOf, type Call, type Service } from './script';

type Tell = (event: object) => void;

/** Answers each request once the script's statements are through; it connects before it listens, as a pool does. */
export function serve(service: Service, tell: Tell): void {
  void connect(service, () => undefined).then((session) => {
    const server = createServer((_, response) => {
      const statements = service.acts.flatMap((act) => (act.do === 'pause' ? [] : [sqlOf(act)]));
      void statements
        .reduce((before, sql) => before.then(() => session.query(sql)), Promise.resolve())
        .then(
          () => response.end('done'),
          (error: unknown) => response.writeHead(500).end(String(error)),
        );
    });
    server.requestTimeout = 0;
    server.listen(service.serve, () => tell({ saw: 'connected' }));
  });
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
    response.on('end', () => {
      if (response.statusCode !== 200) return failed(`HTTP ${String(response.statusCode)}`, response.statusMessage ?? '');
      tell({ saw: 'done', act: 0 });
      tell({ saw: 'end' });
      process.exit(0);
    });
  }).on('error', (error: NodeJS.ErrnoException) => failed(error.code ?? '', error.message));
}
