import type { IncomingMessage } from 'node:http';

/** The APIs that the server knows. Classic and other load balancers sign alike, and differ in their versions. */
export type Api = 'rds' | 'elbv2' | 'classic' | 'ec2' | 'network-firewall' | 'ecs' | 'lambda' | 'sts';

/** One call, as it came in. */
export type Call = {
  readonly api: Api;
  /** The name in the signature, which is the IAM prefix. */
  readonly service: string;
  readonly region: string;
  readonly action: string;
  readonly text: string;
  /** The parameter as the request spells it: `Filters.Filter.1.Name`; of the JSON protocols the members of the top. */
  readonly value: (name: string) => string | undefined;
  /** The values `NAME.1`, `NAME.2` ... or the list that is the member of the top. */
  readonly list: (name: string) => readonly string[];
};

/** A call, or why the request is none: no signature, or one for another service than it asks. */
export function callOf(request: IncomingMessage, body: string): Call | { readonly refused: string } {
  const scope = /Credential=[^/]+\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(request.headers.authorization ?? '');
  if (scope === null) return { refused: 'MissingAuthenticationToken' };
  const [, region = '', service = ''] = scope;
  const asked = asks(request, body);
  if (asked === null) return { refused: 'InvalidAction' };
  if (prefixes[asked.api] !== service) return { refused: 'SignatureDoesNotMatch' };
  return { ...asked, service, region, text: body };
}

const prefixes: Readonly<Record<Api, string>> = {
  rds: 'rds',
  elbv2: 'elasticloadbalancing',
  classic: 'elasticloadbalancing',
  ec2: 'ec2',
  'network-firewall': 'network-firewall',
  ecs: 'ecs',
  lambda: 'lambda',
  sts: 'sts',
};

const versions: Readonly<Record<string, Api>> = {
  '2014-10-31': 'rds',
  '2015-12-01': 'elbv2',
  '2012-06-01': 'classic',
  '2016-11-15': 'ec2',
  '2011-06-15': 'sts',
};

const targets: Readonly<Record<string, Api>> = {
  NetworkFirewall_20201112: 'network-firewall',
  AmazonEC2ContainerServiceV20141113: 'ecs',
};

type Asked = Pick<Call, 'api' | 'action' | 'value' | 'list'>;

function asks(request: IncomingMessage, body: string): Asked | null {
  const [target, operation] = String(request.headers['x-amz-target'] ?? '').split('.');
  const api = targets[target ?? ''];
  if (api !== undefined && operation !== undefined) return fromJson(api, operation, body);
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/2015-03-31/functions')) return fromForm('lambda', 'ListFunctions', url.searchParams);
  const form = new URLSearchParams(body);
  const queried = versions[form.get('Version') ?? ''];
  const action = form.get('Action');
  return queried === undefined || action === null ? null : fromForm(queried, action, form);
}

function fromForm(api: Api, action: string, form: URLSearchParams): Asked {
  return {
    api,
    action,
    value: (name) => form.get(name) ?? undefined,
    list: (name) => {
      const values: string[] = [];
      for (let at = 1; form.has(`${name}.${String(at)}`); at += 1) values.push(form.get(`${name}.${String(at)}`) ?? '');
      return values;
    },
  };
}

function fromJson(api: Api, action: string, body: string): Asked {
  const input = JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>;
  return {
    api,
    action,
    value: (name) => (input[name] === undefined ? undefined : String(input[name])),
    list: (name) => (Array.isArray(input[name]) ? input[name].map(String) : []),
  };
}
