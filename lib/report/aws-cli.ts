import type { Fix } from '../core/report';
import type { Json } from '../core/setting';
import { escaped, needsEscapes } from './escaped';
import type { FixPlace } from './fix-place';
import { nested, textOf } from './nested';

/** A command that changes a type of resource: what it is called by, and what it is given for a place of the answer. */
type Command = {
  readonly run: readonly [service: string, action: string];
  readonly by: readonly [option: string, member: 'arn' | 'identifier'];
  readonly given: (fix: Fix, place: FixPlace) => readonly string[] | null;
};

const attributes = ({ value }: Fix, { path }: FixPlace): readonly string[] | null => {
  const key = /\[Key=([^\]]*)\]\.Value$/.exec(path)?.[1];
  return key === undefined ? null : ['--attributes', structures({ Key: key, Value: textOf(value) })];
};

/** What may be changed at all is dynamic, and what waits for a reboot would not count (facts: postgres-rds 2.1, 2.2). */
const parameters = ({ setting, value }: Fix, { is }: FixPlace): readonly string[] | null =>
  is === 'parameter'
    ? ['--parameters', structures({ ParameterName: setting, ParameterValue: textOf(value), ApplyMethod: 'immediate' })]
    : null;

/** A field of the answer that is an option of the command. */
const option =
  (field: string, name: string) =>
  ({ value }: Fix, { path }: FixPlace): readonly string[] | null =>
    path === field && isArgument(textOf(value)) ? [name, textOf(value)] : null;

const pool = ({ value }: Fix, { path }: FixPlace): readonly string[] | null => {
  const member = /^ConnectionPoolConfig\.(\w+)$/.exec(path)?.[1];
  return member === undefined
    ? null
    : ['--target-group-name', 'default', '--connection-pool-config', structure({ [member]: value })];
};

/** The API takes a draining timeout only beside the switch. */
const classic = ({ value }: Fix, { path }: FixPlace): readonly string[] | null => {
  const inner = /^LoadBalancerAttributes\.(.+)$/.exec(path)?.[1];
  if (inner === undefined) return null;
  const { ConnectionDraining: draining, ...others } = nested(inner, value, { name: (one) => one, isList: () => false });
  const members =
    typeof draining === 'object' && draining !== null
      ? { ConnectionDraining: { Enabled: true, ...(draining as object) } }
      : others;
  return ['--load-balancer-attributes', json(members)];
};

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'elasticloadbalancing:loadbalancer',
    { run: ['elbv2', 'modify-load-balancer-attributes'], by: ['--load-balancer-arn', 'arn'], given: attributes },
  ],
  [
    'elasticloadbalancing:listener',
    { run: ['elbv2', 'modify-listener-attributes'], by: ['--listener-arn', 'arn'], given: attributes },
  ],
  [
    'elasticloadbalancing:targetgroup',
    { run: ['elbv2', 'modify-target-group-attributes'], by: ['--target-group-arn', 'arn'], given: attributes },
  ],
  [
    'elasticloadbalancing:loadbalancer-classic',
    { run: ['elb', 'modify-load-balancer-attributes'], by: ['--load-balancer-name', 'identifier'], given: classic },
  ],
  [
    'rds:db',
    {
      run: ['rds', 'modify-db-instance'],
      by: ['--db-instance-identifier', 'identifier'],
      given: option('DBParameterGroups.DBParameterGroupName', '--db-parameter-group-name'),
    },
  ],
  [
    'rds:cluster',
    {
      run: ['rds', 'modify-db-cluster'],
      by: ['--db-cluster-identifier', 'identifier'],
      given: option('DBClusterParameterGroup', '--db-cluster-parameter-group-name'),
    },
  ],
  [
    'rds:pg',
    {
      run: ['rds', 'modify-db-parameter-group'],
      by: ['--db-parameter-group-name', 'identifier'],
      given: parameters,
    },
  ],
  [
    'rds:cluster-pg',
    {
      run: ['rds', 'modify-db-cluster-parameter-group'],
      by: ['--db-cluster-parameter-group-name', 'identifier'],
      given: parameters,
    },
  ],
  [
    'rds:db-proxy',
    {
      run: ['rds', 'modify-db-proxy'],
      by: ['--db-proxy-name', 'identifier'],
      given: option('IdleClientTimeout', '--idle-client-timeout'),
    },
  ],
  [
    'rds:target-group',
    { run: ['rds', 'modify-db-proxy-target-group'], by: ['--db-proxy-name', 'identifier'], given: pool },
  ],
  [
    'lambda:function',
    {
      run: ['lambda', 'update-function-configuration'],
      by: ['--function-name', 'identifier'],
      given: option('Timeout', '--timeout'),
    },
  ],
]);

/** The longest command that is shown whole, so that no message cuts through its quotes. */
const longest = 1500;

/**
 * A fix as a command of the AWS CLI, on one line and quoted for a POSIX shell. `null` where there is none for it: the type has
 * no such command, the resource is not known by what it takes, or a name in it is one that AWS has not given.
 */
export function awsCommand(fix: Fix, place: FixPlace): string | null {
  const command = commands.get(fix.type);
  const { identity } = fix;
  if (command === undefined || identity === undefined) return null;
  const [by, member] = command.by;
  const name = identity[member];
  const given = command.given(fix, place);
  if (name === undefined || !isArgument(name) || given === null || name.startsWith('default.')) return null;
  const { region } = identity;
  if (region !== undefined && !isArgument(region)) return null;
  const words = ['aws', ...command.run, by, name, ...given, ...(region === undefined ? [] : ['--region', region])];
  const line = words.map(quoted).join(' ');
  return line.length > longest ? null : line;
}

/** What begins with `-` is taken for an option, and what begins with `file://` or `https://` for what lies there. */
function isArgument(text: string): boolean {
  return text !== '' && !/^(?:-|fileb?:|https?:)/i.test(text) && !needsEscapes(text);
}

const plain = /^[\w./+-]+$/;

/** One structure of a list, in the short form where nothing in it acts in that form: `Key=a,Value=b`. */
function structures(members: { readonly [name: string]: string }): string {
  return Object.values(members).every((value) => plain.test(value)) ? structure(members) : json([members]);
}

function structure(members: { readonly [name: string]: Json }): string {
  const entries = Object.entries(members);
  return entries.every(([, value]) => plain.test(textOf(value)))
    ? entries.map(([name, value]) => `${name}=${textOf(value)}`).join(',')
    : json(members);
}

function json(value: Json): string {
  return escaped(JSON.stringify(value));
}

function quoted(argument: string): string {
  return /^[\w.,/:=+@%-]+$/.test(argument) ? argument : `'${argument.replace(/'/g, `'\\''`)}'`;
}
