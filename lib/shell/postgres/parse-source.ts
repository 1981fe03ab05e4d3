import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { InputError } from '../../core/input-error';
import { keywords } from './keywords';
import { serviceWords } from './service-file';
import { socketFolders, tlsModes, tlsVersions, type CatalogSource, type TlsChoice } from './source';
import { isUrl, severalHosts, urlForm } from './url-form';
import { keywordForm, refuse, refuseDemands, wordsOf, type Words } from './words';

type Environment = Readonly<Record<string, string | undefined>>;

/** Long enough for a server far away, short enough for a nightly run: a host that drops packets never answers. */
const connectWithin = 10;
/** Seconds that a timer of Node.js takes (2^31 - 1 ms); it fires at once where more is asked. */
const longestTimer = 2_147_483;

/**
 * Reads the value of `--postgres`: a URL, `host=... dbname=...`, either of them behind `NAME=`, or nothing. What it leaves
 * open comes from its service, then from the PG* variables, then from libpq's defaults. Throws an `InputError` that shows
 * nothing of the value but NAME.
 */
export function parseCatalogSource(arg: string, env: Environment): CatalogSource {
  return parseSource(arg, env).source;
}

/** A source with what its connection string says of a session besides: words that a reader of catalogs leaves alone. */
export type ShapedSource = {
  readonly source: CatalogSource;
  /** `options`, else PGOPTIONS: PostgreSQL parameters of the startup packet; `null`: none. */
  readonly options: string | null;
  /** The words of libpq about keepalive that were written: `keepalives_idle`. */
  readonly keepalive: Readonly<Record<'keepalives' | 'idle' | 'interval', string | null>>;
};

/** As {@link parseCatalogSource}, with what shapes a session. */
export function parseSource(arg: string, env: Environment): ShapedSource {
  const { name, text } = split(arg.trim());
  try {
    const words = resolved(isUrl(text) ? urlForm(text) : keywordForm(text), env);
    const said = (word: string): string | null => words.get(word) ?? null;
    return {
      source: sourceOf(name, words, env),
      options: said('options') ?? env['PGOPTIONS'] ?? null,
      keepalive: {
        keepalives: said('keepalives'),
        idle: said('keepalives_idle'),
        interval: said('keepalives_interval'),
      },
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const option = name === null ? '--postgres' : `--postgres ${name}`;
    throw new InputError(error.problems.map(({ message }) => ({ message: `${option}: ${message}` })));
  }
}

/** NAME ends at the first `=` that stands outside brackets: `aws_db_instance.shop["a=b"]` is one. */
function split(arg: string): { readonly name: string | null; readonly text: string } {
  const first = /^(\w+)\s*=/u.exec(arg)?.[1];
  const isUnnamed = arg === '' || isUrl(arg) || (first !== undefined && keywords[first] !== undefined);
  if (isUnnamed) return { name: null, text: arg };
  const [all, name] = /^((?:[^=[]|\["[^"]*"\]|\[[^\]="]*\])+)=/su.exec(arg) ?? [];
  if (all === undefined || name === undefined || name.includes('://')) {
    throw new InputError([
      {
        message:
          '--postgres takes postgres://USER@HOST/DATABASE, "host=HOST dbname=DATABASE", or either of them behind NAME=; ' +
          'with an empty value it takes the PG* variables',
      },
    ]);
  }
  return { name, text: arg.slice(all.length).trim() };
}

/** The words with what they leave open filled in: from the service, then from the environment, as libpq does it. */
function resolved(given: Words, env: Environment): Words {
  const variables = wordsOf(
    Object.entries(keywords).flatMap(([word, { variable }]) => {
      const value = variable === undefined ? undefined : env[variable];
      return value === undefined ? [] : [[word, value] as const];
    }),
  );
  const service = given.get('service') ?? variables.get('service');
  const file = given.get('servicefile') ?? variables.get('servicefile') ?? path.join(homeOf(env), '.pg_service.conf');
  const fromService = service === undefined ? [] : serviceWords(service, file, env);
  return new Map([...variables, ...fromService, ...given]);
}

function sourceOf(name: string | null, words: Words, env: Environment): CatalogSource {
  refuseDemands(words);
  const [host, hostAddress = null] = [words.get('host'), words.get('hostaddr')];
  const port = words.get('port') ?? '5432';
  if ([host, hostAddress, port].some((one) => one?.includes(',') === true)) refuse(severalHosts);
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) refuse('the port is no number up to 65535');
  if (hostAddress !== null && isIP(hostAddress) === 0) refuse('`hostaddr` is no IP address; a name is a `host`');
  const user = words.get('user') ?? userOfSystem();
  const database = words.get('dbname') ?? user;
  for (const one of [name, host, hostAddress, user, database]) {
    // They would reach a terminal.
    if (/[\u0000-\u001f\u007f-\u009f]/.test(one ?? '')) refuse('it holds a control character');
  }
  const secrets = { password: words.get('password') ?? null, keyPassphrase: words.get('sslpassword') ?? null };
  return {
    name,
    host: host ?? hostAddress ?? defaultHost(port),
    hostAddress,
    port: Number(port),
    database,
    user,
    connectWithin: withinOf(words.get('connect_timeout')),
    tls: tlsOf(words, env),
    passwordFile: words.get('passfile') ?? path.join(...passwordFile(env)),
    secrets: () => secrets,
  };
}

function tlsOf(words: Words, env: Environment): TlsChoice {
  const rootCertificate = words.get('sslrootcert') ?? null;
  // With the authorities of the system anybody has a certificate, so libpq wants the name in it checked.
  const isSystem = rootCertificate === 'system';
  const mode = oneOf(words, 'sslmode', tlsModes) ?? (isSystem ? 'verify-full' : 'prefer');
  if (isSystem && mode !== 'verify-full') refuse('`sslrootcert=system` needs `sslmode=verify-full`');
  const direct = oneOf(words, 'sslnegotiation', ['postgres', 'direct']) === 'direct';
  if (direct && ['disable', 'allow', 'prefer'].includes(mode)) {
    refuse('`sslnegotiation=direct` needs `sslmode=require` or stronger');
  }
  return {
    mode,
    direct,
    rootCertificate,
    certificate: words.get('sslcert') ?? null,
    key: words.get('sslkey') ?? null,
    oldest: oneOf(words, 'ssl_min_protocol_version', tlsVersions) ?? null,
    newest: oneOf(words, 'ssl_max_protocol_version', tlsVersions) ?? null,
    folder: isWindows ? path.join(env['APPDATA'] ?? '.', 'postgresql') : path.join(homeOf(env), '.postgresql'),
  };
}

function oneOf<T extends string>(words: Words, name: string, values: readonly T[]): T | undefined {
  const given = words.get(name);
  const value = values.find((one) => one === given);
  if (given !== undefined && value === undefined) refuse(`\`${name}\` is one of ${values.join(', ')}`);
  return value;
}

/** 0 and less are for ever to libpq, and nothing here waits for ever. Whole seconds, and never below 2, as libpq has it. */
function withinOf(text: string | undefined): number {
  if (text === undefined) return connectWithin;
  if (!/^\s*[+-]?\d{1,9}\s*$/.test(text)) refuse('`connect_timeout` is no whole number of seconds');
  return Number(text) <= 0 ? connectWithin : Math.min(longestTimer, Math.max(2, Number(text)));
}

function defaultHost(port: string): string {
  return socketFolders.find((folder) => existsSync(`${folder}/.s.PGSQL.${port}`)) ?? 'localhost';
}

const isWindows = process.platform === 'win32';

function passwordFile(env: Environment): readonly string[] {
  return isWindows ? [env['APPDATA'] ?? '.', 'postgresql', 'pgpass.conf'] : [homeOf(env), '.pgpass'];
}

function homeOf(env: Environment): string {
  const { HOME: home = '' } = env;
  return home === '' ? os.homedir() : home;
}

function userOfSystem(): string {
  try {
    return os.userInfo().username;
  } catch {
    return refuse('it names no user, and this account has no name; say one: user=NAME');
  }
}
