import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { InputError } from '../../core/input-error';
import { errorCode } from '../error-code';
import type { CatalogSource, TlsChoice } from './source';

/** How one attempt to connect is encrypted; `null`: not at all. */
export type Encryption = ConnectionOptions | null;

/**
 * The attempts that `sslmode` stands for, in order, as libpq makes them (https://www.postgresql.org/docs/current/libpq-ssl.html).
 * `pg` reads the same words differently: there `require` checks certificates, and `prefer` and `allow` try once. Throws an
 * `InputError` for a certificate that is named and cannot be read (libpq then goes on without it, which is less than was
 * asked for).
 */
export function attemptsOf(source: CatalogSource): readonly [Encryption, ...Encryption[]] {
  const { mode } = source.tls;
  if (mode === 'disable' || (source.host.startsWith('/') && source.hostAddress === null)) return [null];
  const encrypted = encryptionOf(source);
  if (mode === 'allow') return [null, encrypted];
  return mode === 'prefer' ? [encrypted, null] : [encrypted];
}

function encryptionOf({ host, tls, secrets }: CatalogSource): ConnectionOptions {
  const root = rootOf(tls);
  const certificate = readIfAny(tls.certificate, path.join(tls.folder, 'postgresql.crt'));
  const key = certificate === null ? null : readIfAny(tls.key, path.join(tls.folder, 'postgresql.key'));
  const { keyPassphrase } = secrets();
  return {
    // With a root certificate at hand libpq checks the chain whatever the mode; the name only with `verify-full`.
    rejectUnauthorized: root !== null,
    ...(root === null || root === 'system' ? {} : { ca: root }),
    ...(tls.mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
    ...(certificate === null ? {} : { cert: certificate }),
    ...(key === null ? {} : { key }),
    ...(keyPassphrase === null ? {} : { passphrase: keyPassphrase }),
    ...(tls.oldest === null ? {} : { minVersion: tls.oldest }),
    ...(tls.newest === null ? {} : { maxVersion: tls.newest }),
    // The name that is meant, which behind a tunnel is not the address that is connected to.
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
  };
}

function rootOf({ mode, rootCertificate, folder }: TlsChoice): string | null {
  if (rootCertificate === 'system') return 'system';
  const usual = path.join(folder, 'root.crt');
  const root = readIfAny(rootCertificate, usual);
  if (root === null && mode.startsWith('verify-')) {
    const message =
      `sslmode=${mode} needs the certificate that signs the server's, and ${usual} does not exist; ` +
      "name it with sslrootcert=FILE (for RDS: the bundle of its Region's authorities, global-bundle.pem)";
    throw new InputError([{ message }]);
  }
  return root;
}

/** A file that was named is there; one with a usual name may be. */
function readIfAny(named: string | null, usual: string): string | null {
  if (named === null && !existsSync(usual)) return null;
  const file = named ?? usual;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = errorCode(error) ?? 'no reason given';
    throw new InputError([{ message: `${file} cannot be read (${code}); the connection needs it for TLS` }]);
  }
}
