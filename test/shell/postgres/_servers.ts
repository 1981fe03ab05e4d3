import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A server on loopback that is none of PostgreSQL's. */
export type OtherServer = { readonly port: number; readonly close: () => Promise<void> };

/** A server that treats each connection so. */
export async function listening(treat: (socket: Socket) => void): Promise<OtherServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    treat(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => closed(server, sockets) };
}

/** A port where nothing listens. */
export async function deadPort(): Promise<number> {
  const { port, close } = await listening(() => undefined);
  await close();
  return port;
}

/** A server before another one, that keeps what the client says from that text on to itself until it is let go. */
export type Pausing = OtherServer & { readonly reached: Promise<void>; readonly letGo: () => void };

export async function pausingBefore(text: string, port: number): Promise<Pausing> {
  let held: (() => void)[] | null = null;
  let isFree = false;
  let isReached: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (isReached = resolve));
  const server = await listening((client) => {
    const upstream = connect(port, '127.0.0.1');
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => upstream.end());
    upstream.pipe(client, { end: false });
    client.on('data', (chunk: Buffer) => {
      if (!isFree && held === null && chunk.includes(text)) {
        held = [];
        isReached();
      }
      if (held === null) upstream.write(chunk);
      else held.push(() => upstream.write(chunk));
    });
  });
  const letGo = (): void => {
    isFree = true;
    for (const write of held ?? []) write();
    held = null;
  };
  return { ...server, reached, letGo };
}

async function closed(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
