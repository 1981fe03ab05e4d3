import { connect } from 'node:net';
import { listening, type OtherServer } from '../postgres/_servers';

/** What a hop does with packets of a flow that it forgot. */
export type Manner = 'drops' | 'resets';

/**
 * A hop before a server that forgets a flow as soon as its client has been silent for so many milliseconds. Nobody is told; a
 * later packet is dropped, or answered with RST.
 */
export async function forgetful(port: number, milliseconds: number, manner: Manner): Promise<OtherServer> {
  return listening((client) => {
    const upstream = connect(port, '127.0.0.1');
    upstream.on('error', () => undefined);
    let isForgotten = false;
    const forget = (): void => void (isForgotten = true);
    let timer = setTimeout(forget, milliseconds);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(forget, milliseconds);
    };
    client.on('data', (chunk: Buffer) => {
      if (isForgotten) return void (manner === 'resets' && client.resetAndDestroy());
      alive();
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (isForgotten) return;
      alive();
      client.write(chunk);
    });
    client.on('close', () => {
      clearTimeout(timer);
      // Nobody behind it is told either: the server keeps the session.
      if (!isForgotten) upstream.destroy();
    });
    upstream.on('close', () => {
      if (!isForgotten) client.end();
    });
  });
}
