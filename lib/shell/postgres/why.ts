import { formatDuration } from '../../core/duration';
import type { Failure } from './failure';
import { passwordOf } from './password-file';
import { addressOf, type CatalogSource } from './source';

/** What happened, as a sentence whose subject is the server, and the fix. */
type Words = readonly [fact: string, fix: string];

/** Why the catalog of a server is not known, and what to do. Shows neither the user nor anything secret of the source. */
export function whyUnread(failure: Failure, source: CatalogSource): string {
  return whyFailed(failure, source, 'nothing of its catalog is known');
}

/** What happened, what follows from it, and what to do. Shows neither the user nor anything secret of the source. */
export function whyFailed(failure: Failure, source: CatalogSource, consequence: string): string {
  const [fact, fix] = wordsFor(failure, source);
  return `${addressOf(source)} ${fact}, so ${consequence}; ${fix}`;
}

function wordsFor(failure: Failure, source: CatalogSource): Words {
  const { mode } = source.tls;
  switch (failure.is) {
    case 'interrupted':
      return ['was not read before the interruption', 'run it again'];
    case 'silent': {
      const within = formatDuration(failure.seconds);
      return failure.doing === 'connecting'
        ? [`did not answer within ${within}`, 'check security groups and routes; connect_timeout=SECONDS waits longer']
        : [`stopped answering while it was read and was given up after ${within}`, 'run it again once it answers'];
    }
    case 'stranger':
      return ['does not speak the protocol of PostgreSQL', 'check host and port'];
    case 'closed':
      return ['closed the connection without a word', 'check host and port, and what lies between'];
    case 'no-password':
      return ['asks for a password and none is at hand', noPassword(source)];
    case 'no-tls':
      return [`has no TLS, and sslmode=${mode} demands it`, 'switch TLS on there, or say sslmode=prefer'];
    case 'tls':
      return tlsWords(failure.code, source);
    case 'system':
      return systemWords(failure.code, source);
    case 'answer':
      return answerWords(failure.code, redacted(failure.message, source), source);
    case 'other':
      return [`could not be talked to (${redacted(failure.message, source)})`, 'check host, port and sslmode'];
  }
}

function noPassword(source: CatalogSource): string {
  const { ignored } = passwordOf(source);
  const file = ignored === null ? `a line in ${source.passwordFile}` : `the password file (${ignored})`;
  return `give one in PGPASSWORD or by ${file}`;
}

function tlsWords(code: string, { host }: CatalogSource): Words {
  if (code === 'refused')
    return ['answers the wish for TLS with an error', 'look into its log, or say sslmode=disable'];
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return [
      `shows a certificate for other names than ${host}`,
      'connect by a name that it has, or say sslmode=verify-ca, which does not compare names',
    ];
  }
  if (code === 'CERT_HAS_EXPIRED') return ['shows a certificate that has expired', "renew the server's certificate"];
  if (/CERT|ISSUER|SIGNATURE|^CRL_/.test(code)) {
    return [
      `shows a certificate that no trusted authority signed (${code})`,
      'name its authority with sslrootcert=FILE (for RDS: global-bundle.pem)',
    ];
  }
  return [`and this client agree on no TLS (${code})`, 'check sslmode and the TLS versions on both sides'];
}

function systemWords(code: string, { host }: CatalogSource): Words {
  switch (code) {
    case 'ECONNREFUSED':
      return ['refuses the connection: nothing listens there', 'check host and port, and that the server runs'];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return [
        `is not found: no DNS server here knows ${host} (${code})`,
        'check the name; it may be known inside its VPC only',
      ];
    case 'ENOENT':
      return ['does not exist', 'check the folder and port of the socket, and that the server runs'];
    case 'EACCES':
      return ['may not be opened by this user', 'run as a user who may'];
    default:
      return [`cannot be reached (${code})`, 'check security groups and routes'];
  }
}

function answerWords(code: string, message: string, source: CatalogSource): Words {
  switch (code) {
    case '28P01': {
      const { ignored } = passwordOf(source);
      const file = ignored === null ? '' : `; the password file was not used, since ${ignored}`;
      return [`refuses the password (${code})`, `check user and password; a token of IAM may have expired${file}`];
    }
    case '28000':
      return refusedLogin(message, source);
    case '3D000':
      return source.database === source.user
        ? [`has no database of the user's name (${code}), and no other was named`, 'name one that it has']
        : [`has no database ${source.database} (${code})`, 'name one that it has'];
    case '42501':
      return [
        `does not let this role read it (${code}: ${message})`,
        'grant CONNECT on the database, and SELECT on pg_db_role_setting where that was revoked',
      ];
    case '53300':
      return [`has no connection left (${code})`, 'run it again at a quieter time'];
    case '57P03':
      return [`takes no connections now (${code}: ${message})`, 'run it again once it does'];
    case '57014':
    case '55P03':
      return [
        `cancelled the reading (${code}: ${message})`,
        'give the role a longer statement_timeout, or run it again at a quieter time',
      ];
    default:
      return [`answered ${code}: ${message}`, 'the SQLSTATE tells more'];
  }
}

/** 28000 has no entry in `pg_hba.conf` that fits, or one that refuses, or a role that may not log in. */
function refusedLogin(message: string, { tls }: CatalogSource): Words {
  if (/no encryption|SSL off/.test(message) && tls.mode === 'disable') {
    return [`refuses the login without TLS (28000: ${message})`, 'say sslmode=require or sslmode=verify-full'];
  }
  return [
    `refuses the login (28000: ${message})`,
    'let its pg_hba.conf or security group take this user from this address, or connect as a role that may log in',
  ];
}

/** What a server said, in one line, without the user and the password, which some servers repeat. */
export function redacted(message: string, source: CatalogSource): string {
  const { password } = passwordOf(source);
  const withoutPassword = password === null ? message : message.replaceAll(password, '***');
  const user = source.user.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return withoutPassword
    .replace(new RegExp(`(?<![\\p{L}\\d_])${user}(?![\\p{L}\\d_])`, 'gu'), '***')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, 200);
}
