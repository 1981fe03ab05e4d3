import type { Seconds } from '../../core/setting';

/** The ways of libpq's `sslmode`, weakest first. */
export const tlsModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type TlsMode = (typeof tlsModes)[number];

/** Whether and how the connection is encrypted, and whom it trusts. Names of files, none of which was read yet. */
export type TlsChoice = {
  readonly mode: TlsMode;
  /** TLS from the first byte (`sslnegotiation=direct`), instead of asking for it first. */
  readonly direct: boolean;
  /** A file, `system` for the authorities that Node.js trusts, or `null`: the file in {@link folder}, if there is one. */
  readonly rootCertificate: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
  readonly oldest: TlsVersion | null;
  readonly newest: TlsVersion | null;
  /** Where the files lie that are used without being named: `~/.postgresql`. */
  readonly folder: string;
};

export const tlsVersions = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type TlsVersion = (typeof tlsVersions)[number];

/** One server whose catalog is read, and how to get there. Nothing enumerable in it is a secret. */
export type CatalogSource = {
  /** The name that the user gave it, which is a name of the database in the configuration; else `null`. */
  readonly name: string | null;
  /** A name, an address, or the folder of a Unix socket. */
  readonly host: string;
  /** Connect here instead, and still mean `host`: the near end of a tunnel. */
  readonly hostAddress: string | null;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly connectWithin: Seconds;
  readonly tls: TlsChoice;
  readonly passwordFile: string;
  /** A function, so that neither JSON nor `util.inspect` shows what it returns. */
  readonly secrets: () => { readonly password: string | null; readonly keyPassphrase: string | null };
};

/** The socket folders of Debian's packages and of PostgreSQL's own build; a libpq knows one of them from its build. */
export const socketFolders: readonly string[] = ['/var/run/postgresql', '/tmp'];

/**
 * How messages name a source: as the user does, else by its address. Never by its user, who is also the database where none
 * was named.
 */
export function nameOf(source: CatalogSource): string {
  const { name, database, user } = source;
  return name ?? `${addressOf(source)}${database === user ? '' : `/${database}`}`;
}

/** `db.example:5432`, `[::1]:5432`, or the socket. */
export function addressOf({ host, port }: Pick<CatalogSource, 'host' | 'port'>): string {
  if (host.startsWith('/')) return `${host}/.s.PGSQL.${String(port)}`;
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
