import { readDocuments, type Document } from '../../lib/read/documents';
import { kinds } from '../../lib/kinds';
import { plan, row } from './small-plan';

const document = (name: string, body: unknown, more: Partial<Document> = {}): Document => ({
  name,
  bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  ...more,
});
const template = (resources: object): object => ({ Resources: resources });
const instance = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres' } };
const stack = (resource: object): object => ({ '//': { metadata: { version: '0.21.0' } }, resource });

const collected = {
  format: 'holdfast-collection',
  version: 1,
  collectedAt: '2026-11-22T03:00:00Z',
  complete: true,
  regions: [
    {
      account: '123456789012',
      region: 'eu-west-1',
      resources: [{ type: 'ec2:natgateway', arn: null, answer: { NatGatewayId: 'nat-1' }, unread: {} }],
      failed: [],
      absent: [],
    },
  ],
  catalogs: [],
  failedCatalogs: [],
};

describe('readDocuments', () => {
  it('reads every form, in the order of the documents', () => {
    const { readings, problems } = readDocuments(
      [
        document('t1', template({ A: instance })),
        document('plan', plan([row('aws_lb.a', {})])),
        document('s1', stack({ aws_lb: { b: { name: 'b' } } })),
        document('state', { format_version: '1.0', values: { root_module: {} } }),
        document('t2', 'Resources:\n  B:\n    Type: AWS::RDS::DBInstance\n'),
        document('s2', stack({ aws_lb: { c: { name: 'c' } } })),
        document('live', collected),
      ],
      kinds,
    );
    expect(problems).toEqual([]);
    expect(readings.map((one) => [one.document, one.source])).toEqual([
      ['t1', 'template'],
      ['plan', 'plan'],
      ['s1', 'cdktf'],
      ['state', 'state'],
      ['t2', 'template'],
      ['s2', 'cdktf'],
      ['live', 'account'],
    ]);
    expect(readings.map(({ facts }) => facts.length)).toEqual([1, 1, 1, 0, 1, 1, 1]);
  });

  it('reads the others beside what it cannot read', () => {
    const { readings, problems } = readDocuments(
      [document('a', 'no document'), document('b', template({ A: instance })), document('c', ''), document('d', '{}')],
      kinds,
    );
    expect(readings.map((one) => one.document)).toEqual(['b']);
    expect(problems.map((one) => [one.location?.document, one.message.slice(0, 3)])).toEqual([
      ['a', 'a: '],
      ['c', 'c: '],
      ['d', 'd: '],
    ]);
  });

  it('says where in a YAML template something is wrong', () => {
    const { problems } = readDocuments([document('t.yaml', 'Resources:\n  A: {Type: B}\n  A: {Type: C}\n')], kinds);
    expect(problems).toMatchObject([{ location: { document: 't.yaml', line: 3 } }]);
  });

  it('takes the word of a manifest for what has nothing to recognise', () => {
    const { readings, problems } = readDocuments(
      [document('s', {}, { stack: 'shop' }), document('t', {}, { template: { stackName: 'Shop' } })],
      kinds,
    );
    expect(problems).toEqual([]);
    expect(readings.map((one) => one.source)).toEqual(['cdktf', 'template']);
  });

  it.each([
    ['a stack', { stack: 'shop' }],
    ['a template', { template: {} }],
  ])('does not take its word that %s is an object', (_, more) => {
    expect(readDocuments([document('x', '[]', more)], kinds).problems).toMatchObject([
      { message: expect.stringContaining('a JSON array') as string },
    ]);
  });

  it('gives account and Region of the manifest to the facts', () => {
    const given = document('t', template({ A: instance }), {
      template: { account: '123456789012', region: 'eu-west-1' },
    });
    const [reading] = readDocuments([given], kinds).readings;
    expect(reading?.facts[0]?.identity).toMatchObject({ account: '123456789012', region: 'eu-west-1' });
  });

  it('reads nothing from nothing', () => {
    expect(readDocuments([], kinds)).toEqual({ readings: [], problems: [] });
  });
});
