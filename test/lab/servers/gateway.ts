import path from 'node:path';
import type { Gateway } from '../client/script';
import type { Host } from '../network/chain';
import { says, startOn, type Running } from '../network/start';

/** The program that plays the user's parts: client, caller, service, gateway. */
export const program = path.join(process.cwd(), '.lab', 'client.cjs');

/** Starts the stand-in for what ends a request, or a connection, at an age. */
export async function startGateway(host: Host, gateway: Gateway): Promise<Running> {
  const running = startOn(host, process.execPath, [program, JSON.stringify(gateway)]);
  await says(running, 'listening');
  return running;
}
