import type { Json } from '../../../../lib/core/setting';
import type { Api, Call } from './request';

/** What goes back over the wire. */
export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly errorType?: string;
};

/** Errors that services spell each in their own way. */
export type Failure = 'denied' | 'throttled' | 'not-found' | 'expired' | 'unrecognised' | 'invalid-action';

const jsonApis: readonly Api[] = ['network-firewall', 'ecs', 'lambda'];

/** How RDS calls the elements of its lists; the other services that answer in XML say `member`. */
const elements: Readonly<Record<string, string>> = {
  DBInstances: 'DBInstance',
  DBClusters: 'DBCluster',
  DBClusterMembers: 'DBClusterMember',
  DBParameterGroups: 'DBParameterGroup',
  DBClusterParameterGroups: 'DBClusterParameterGroup',
  Parameters: 'Parameter',
  TagList: 'Tag',
};

/** How EC2 calls its lists; their elements are `item`. */
const sets: Readonly<Record<string, string>> = {
  NatGateways: 'natGatewaySet',
  VpcEndpoints: 'vpcEndpointSet',
  NetworkInterfaces: 'networkInterfaceSet',
  Tags: 'tagSet',
};

/** An answer in the protocol of the service. `content` has the fields of the SDK's output. */
export function answered({ api, action }: Call, content: Json): Answer {
  if (jsonApis.includes(api)) return { status: 200, type: 'application/json', body: JSON.stringify(content) };
  const inside =
    api === 'ec2' ? members(content, ec2) : element(`${action}Result`, content, api === 'rds' ? rds : plain);
  return { status: 200, type: 'text/xml', body: `<${action}Response>${inside}</${action}Response>` };
}

/** An error in the protocol of the service. */
export function failed({ api, action, service }: Call, failure: Failure, scp = false): Answer {
  const { status, code, message } = spelled(api, failure, `${service}:${action}`, scp);
  if (jsonApis.includes(api)) {
    const body = JSON.stringify({ __type: code, message });
    return { status, type: 'application/json', body, errorType: code };
  }
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
  const body =
    api === 'ec2' ? `<Response><Errors>${error}</Errors></Response>` : `<ErrorResponse>${error}</ErrorResponse>`;
  return { status, type: 'text/xml', body };
}

function spelled(
  api: Api,
  failure: Failure,
  action: string,
  scp: boolean,
): { status: number; code: string; message: string } {
  const isJson = jsonApis.includes(api);
  switch (failure) {
    case 'denied': {
      const who = 'arn:aws:sts::123456789012:assumed-role/auditor/holdfast';
      const why = scp
        ? 'with an explicit deny in a service control policy'
        : `because no identity-based policy allows the ${action} action`;
      const code = isJson ? 'AccessDeniedException' : api === 'ec2' ? 'UnauthorizedOperation' : 'AccessDenied';
      return {
        status: 403,
        code,
        message: `User: ${who} is not authorized to perform: ${action} on resource: * ${why}`,
      };
    }
    case 'throttled':
      if (api === 'lambda') return { status: 429, code: 'TooManyRequestsException', message: 'Rate exceeded' };
      if (api === 'ec2') return { status: 503, code: 'RequestLimitExceeded', message: 'Request limit exceeded.' };
      return { status: 400, code: isJson ? 'ThrottlingException' : 'Throttling', message: 'Rate exceeded' };
    case 'not-found':
      return { status: 404, code: notFound(api, action), message: 'there is no such thing' };
    case 'expired':
      return { status: 403, code: 'ExpiredToken', message: 'The security token included in the request is expired' };
    case 'unrecognised':
      return {
        status: 403,
        code: 'InvalidClientTokenId',
        message: 'The security token included in the request is invalid.',
      };
    case 'invalid-action':
      return { status: 400, code: 'InvalidAction', message: `Could not find operation ${action}` };
  }
}

function notFound(api: Api, action: string): string {
  if (api === 'elbv2') {
    if (action.includes('TargetGroup') || action.includes('TargetHealth')) return 'TargetGroupNotFound';
    return action.includes('Listener') && !action.endsWith('DescribeListeners')
      ? 'ListenerNotFound'
      : 'LoadBalancerNotFound';
  }
  if (api === 'classic') return 'LoadBalancerNotFound';
  if (api === 'rds') return action.includes('Proxy') ? 'DBProxyNotFoundFault' : 'DBParameterGroupNotFound';
  return 'ResourceNotFoundException';
}

type Spelling = { readonly member: (name: string) => string; readonly element: (list: string) => string };
const plain: Spelling = { member: (name) => name, element: () => 'member' };
const rds: Spelling = { ...plain, element: (list) => elements[list] ?? 'member' };
const ec2: Spelling = {
  member: (name) => sets[name] ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  element: () => 'item',
};

function element(name: string, value: Json, spelling: Spelling): string {
  if (value === null) return '';
  const tag = spelling.member(name);
  if (Array.isArray(value)) {
    const one = spelling.element(name);
    const inner = (value as readonly Json[]).map((item) => `<${one}>${content(item, spelling)}</${one}>`).join('');
    return `<${tag}>${inner}</${tag}>`;
  }
  return `<${tag}>${content(value, spelling)}</${tag}>`;
}

function content(value: Json, spelling: Spelling): string {
  return typeof value === 'object' && value !== null ? members(value, spelling) : escaped(String(value));
}

function members(value: Json, spelling: Spelling): string {
  return Object.entries(value as { readonly [field: string]: Json })
    .map(([name, inner]) => element(name, inner, spelling))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
