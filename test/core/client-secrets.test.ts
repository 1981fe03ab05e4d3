import type { Fact } from '../../lib/core/fact';
import { connection, hidden, holding, jdbc } from './_connection';
import { fact, hop, pathsThrough } from './estate';

const arn = 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/url';
const kept = holding(connection('value', { ...jdbc, parameters: { socketTimeout: '60' } }));

/** What a service whose URL comes from a secret connects with: the names, and what its read timeout is. */
function opened(reference: string, parameters: readonly Fact[]): unknown {
  const task = fact('task-definition', 'task', {
    settings: { ...holding(hidden('JDBC_URL', { container: 'web' })), secrets: { JDBC_URL: reference } },
  });
  const facts = [
    fact('service', 'api', { links: { task_definition: 'task' } }),
    task,
    fact('instance', 'db'),
    ...parameters,
  ];
  const entry = { ...hop('client', 'api'), driver: 'pgjdbc' };
  const client = pathsThrough(facts, [entry, hop('database', 'db')]).paths[0]?.client;
  const timeout = client?.member.settings.read_timeout;
  return [
    ...(client?.opens?.connections ?? []).map((one) => [
      one.connection.name,
      one.connection.container,
      one.carrier.subject,
    ]),
    timeout?.state === 'known' ? timeout.value : timeout?.state,
  ];
}

const shown = [['JDBC_URL', 'web', 'parameter'], 60];
const unseen = [['JDBC_URL', 'web', 'task'], 'unknown'];

describe('a connection string in a parameter of Systems Manager', () => {
  it.each<[string, string, readonly Fact[], unknown]>([
    ['by name', '/shop/url', [fact('ssm-parameter', 'parameter', { names: ['/shop/url'], settings: kept })], shown],
    ['by ARN', arn, [fact('ssm-parameter', 'parameter', { names: [arn], settings: kept })], shown],
    [
      'by the ARN of its identity',
      arn,
      [fact('ssm-parameter', 'parameter', { identity: { arn }, settings: kept })],
      shown,
    ],
    [
      'by the name in the ARN',
      arn,
      [fact('ssm-parameter', 'parameter', { names: ['/shop/url'], settings: kept })],
      shown,
    ],
    [
      'by a name that is not in a hierarchy',
      arn.replace('shop/url', 'url'),
      [fact('ssm-parameter', 'parameter', { names: ['url'], settings: kept })],
      shown,
    ],
    ['that is another one', arn, [fact('ssm-parameter', 'parameter', { names: ['/shop'], settings: kept })], unseen],
    ['that shows nothing', arn, [fact('ssm-parameter', 'parameter', { names: ['/shop/url'] })], unseen],
    [
      'of which there are two',
      '/shop/url',
      ['a', 'b'].map((subject) => fact('ssm-parameter', subject, { names: ['/shop/url'], settings: kept })),
      unseen,
    ],
    [
      'that another kind of resource is called',
      '/shop/url',
      [fact('alb', 'parameter', { names: ['/shop/url'], settings: kept })],
      unseen,
    ],
    // It holds something else, so the variable is no connection string.
    [
      'that holds no connection string',
      '/shop/url',
      [fact('ssm-parameter', 'parameter', { names: ['/shop/url'], settings: holding() })],
      ['unknown'],
    ],
  ])('%s', (_, reference, parameters, expected) => {
    expect(opened(reference, parameters)).toEqual(expected);
  });
});

it('of a variable that two containers have, each its own', () => {
  const facts = [
    fact('service', 'api', { links: { task_definition: 'task' } }),
    fact('task-definition', 'task', {
      settings: {
        ...holding(hidden('JDBC_URL', { container: 'web' }), hidden('JDBC_URL', { container: 'side' })),
        secrets: { 'side/JDBC_URL': '/side', 'web/JDBC_URL': '/web' },
      },
    }),
    fact('ssm-parameter', 'side', { names: ['/side'], settings: kept }),
    fact('ssm-parameter', 'web', { names: ['/web'], settings: holding(connection('value', jdbc)) }),
    fact('instance', 'db'),
  ];
  const timeout = (connection?: string): unknown => {
    const entry = { ...hop('client', 'api'), ...(connection === undefined ? {} : { connection }) };
    const { paths, problems } = pathsThrough(facts, [entry, hop('database', 'db')]);
    expect(problems).toEqual([]);
    return paths[0]?.client?.member.settings.read_timeout;
  };
  expect(timeout('web/JDBC_URL')).toMatchObject({ state: 'known', value: null });
  expect(timeout('side/JDBC_URL')).toMatchObject({ state: 'known', value: 60 });
  expect(timeout()).toMatchObject({
    state: 'one-of',
    settles: 'write which one it is beside `client`, for example `connection: side/JDBC_URL`',
  });
});
