import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** The number of the account that moto knows without being told. */
export const account = '123456789012';

/** A server that runs: its address, and its end. */
export type Moto = { readonly url: string; readonly stop: () => Promise<void> };

/** Milliseconds that Python may take on a busy machine. */
const patience = 60_000;

/** Starts an empty AWS of its own. It ends by `stop`, and with this process however that ends. */
export async function startMoto(): Promise<Moto> {
  const python = process.env['HOLDFAST_MOTO_PYTHON'];
  if (python === undefined) throw new Error('these tests run by `npm run test:moto`');
  const server = spawn(python, [path.join(__dirname, 'server.py')], { stdio: ['pipe', 'ignore', 'pipe'] });
  const url = await address(server).catch(async (error: unknown) => {
    await stop(server);
    throw error;
  });
  return { url, stop: () => stop(server) };
}

/** What the server says once it listens; everything that it says later is read too, or it would block. */
async function address(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail('did not start in time'), patience);
    const fail = (why: string): void => {
      clearTimeout(late);
      reject(new Error(`moto ${why}\n${said}`));
    };
    server.on('error', ({ message }) => fail(message));
    server.on('exit', () => fail('ended'));
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-10_000);
      const url = /Running on (http:\/\/127\.0\.0\.1:[0-9]+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    });
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}
