import type { ConnectionReads, PlainReads, Reads } from '../../core/kind';

const connectionReads: Readonly<Record<ConnectionReads, true>> = {
  variables: true,
  connection: true,
  'container-variables': true,
  'container-sysctls': true,
  'container-sysctls-apart': true,
  'container-stop-timeout': true,
  'container-secrets': true,
};

/** Whether core/interpret reads a value. What else there is may hold secrets, so lib/read/connection reads it and nothing else does. */
export function isPlain(as: Reads): as is PlainReads {
  return !Object.hasOwn(connectionReads, as);
}
