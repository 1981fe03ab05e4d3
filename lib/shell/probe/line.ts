import type { Seconds } from '../../core/setting';
import { endingOfError, type Ending } from '../../core/probe';
import { errorCode } from '../error-code';
import type { Opened, Row } from '../postgres/session';
import type { CatalogSource } from '../postgres/source';
import { redacted } from '../postgres/why';
import { within } from './waiting';

/** How a connection or a statement ended, and what the server said with it. */
export type Heard = { readonly ending: Ending; readonly said: string | null };

/** An open connection that is listened to, whoever ends it. */
export type Line = {
  /** Runs one statement by the simple protocol, which pins no pooled connection. Rejects with what the driver says. */
  readonly rows: (text: string) => Promise<readonly Row[]>;
  /** Resolves once the connection has ended by itself. */
  readonly ended: Promise<Heard>;
  /** The pid that the connection was told when it was opened; `null`: none. */
  readonly backend: number | null;
  /** The version of TLS; `null`: not encrypted. */
  readonly tls: string | null;
  readonly ports: { readonly local: number; readonly remote: number } | null;
  /** Says goodbye and tells what came back within so many seconds. */
  readonly sayGoodbye: (seconds: Seconds) => Promise<Ending>;
  readonly destroy: () => void;
};

/** The message with which a client takes its leave (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const terminate = Buffer.from([0x58, 0, 0, 0, 4]);

/** Listens to a connection that was just opened. Nothing that it says holds the user or the password. */
export function lineOf({ client, socket }: Opened, source: CatalogSource): Line {
  const { stream } = client.connection;
  const ended = new Promise<Heard>((resolve) => {
    client.on('error', (error) => resolve(heardIn(error, source)));
    // When the driver ends the connection itself it keeps such errors to itself.
    stream.on('error', (error) => resolve(heardIn(error, source)));
    for (const event of ['end', 'close']) stream.on(event, () => resolve({ ending: { is: 'closed' }, said: null }));
  });
  const { localPort, remotePort } = socket;
  const protocol = 'getProtocol' in stream ? (stream as { getProtocol: () => string | null }).getProtocol() : null;
  return {
    rows: async (text) => {
      const { rows } = await client.query<(string | null)[]>({ text, rowMode: 'array' });
      return rows;
    },
    ended,
    backend: (client as { readonly processID?: number | null }).processID ?? null,
    tls: protocol,
    ports: localPort === undefined || remotePort === undefined ? null : { local: localPort, remote: remotePort },
    sayGoodbye: async (seconds) => {
      if (stream.writable) stream.write(terminate);
      const heard = await within(ended, seconds);
      return heard?.ending ?? { is: 'nothing' };
    },
    destroy: () => {
      stream.destroy();
      socket.destroy();
    },
  };
}

/** What an error of the driver means. */
export function heardIn(error: unknown, source: CatalogSource): Heard {
  const message = error instanceof Error ? error.message : null;
  const ending = endingOfError(errorCode(error) ?? null, message);
  return { ending, said: ending.is === 'sqlstate' && message !== null ? redacted(message, source) : null };
}
