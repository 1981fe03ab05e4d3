import type { Severity, Waiver } from '../../core/configuration';
import { severities } from '../../core/configuration';
import { closest } from '../../core/did-you-mean';
import { isGlob, matchesGlob } from '../../core/glob';
import { quoted } from './place';
import { choice, prose, text } from './scalars';
import { object, type Shape } from './shape';

/** The name of a policy, or a glob that means at least one. `known` are the ids of all policies that are loaded. */
function policyName(known: readonly string[]): Shape<string> {
  const name = text('the name of a policy', 'alb-idle-timeout-outlasts-query');
  return {
    schema: name.schema,
    read: (value, at) => {
      const read = name.read(value, at);
      if (read === undefined || known.some((policy) => matchesGlob(read, policy))) return read;
      return at.problem(`${unknownPolicy(read, known)}`);
    },
  };
}

/** The clause for a name that no policy has. */
export function unknownPolicy(name: string, known: readonly string[]): string {
  const near = isGlob(name) ? null : closest(name, known);
  return `matches no policy, so ${quoted(name)} would do nothing; ${near === null ? '`holdfast list` names them all' : `did you mean \`${near}\`?`}`;
}

/** What the level of a policy may be. */
export const level: Shape<Severity | 'off'> = choice(['off', ...severities]);

const month = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the calendar, as `2027-01-31`. */
const day: Shape<string> = {
  schema: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' },
  read: (value, at) => {
    const text = typeof value === 'string' ? value.trim() : '';
    const [, year, months, days] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
    if (year === undefined || months === undefined || days === undefined)
      return at.problem(
        `is ${typeof value === 'string' ? quoted(value) : 'not text'}, which is no day; write it like 2027-01-31`,
      );
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const last = months === 2 && isLeap ? 29 : (month[months - 1] ?? 0);
    return days >= 1 && days <= last
      ? text
      : at.problem(`is ${quoted(text)}, a day that no calendar has; write it like 2027-01-31`);
  },
};

const wildcards = 'Globs are allowed.';

/** A finding excused, with a reason, an owner and an end. */
export function waiver(known: readonly string[]): Shape<Waiver> {
  const fields = object('a waiver', {
    policy: {
      shape: policyName(known),
      description: `The policy whose findings are excused. ${wildcards}`,
      example: 'alb-idle-timeout-outlasts-query',
      required: 'so it would excuse nothing',
    },
    resource: {
      shape: text('the address of a resource', 'aws_lb.legacy'),
      description: `The resource whose findings are excused. ${wildcards}`,
      example: 'aws_lb.legacy',
      required: 'so it would excuse nothing',
    },
    workload: {
      shape: text('the name of a workload', 'checkout-api'),
      description: `Without it: every workload. ${wildcards}`,
      example: 'checkout-api',
    },
    role: {
      shape: text('the name of a role', 'app_user'),
      description: `Without it: every role. ${wildcards}`,
      example: 'app_user',
    },
    reason: {
      shape: prose('a reason', 'retired with the 2027 migration'),
      description: 'Why the finding may stay.',
      example: 'retired with the 2027 migration',
      required: 'so nobody could tell why the finding may stay',
    },
    owner: {
      shape: text('who answers for it', 'payments'),
      description: 'Who answers for it.',
      example: 'payments',
      required: 'so nobody would answer for it',
    },
    until: {
      shape: day,
      description: 'The last day on which it holds (UTC).',
      example: '2027-01-31',
      required: 'so it would never end',
    },
  });
  return {
    schema: fields.schema,
    read: (value, at) => {
      const read = fields.read(value, at);
      if (read === undefined) return undefined;
      return { ...read, workload: read.workload ?? null, role: read.role ?? null, location: at.location() };
    },
  };
}
