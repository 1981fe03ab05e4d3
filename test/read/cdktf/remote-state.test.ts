import { fact, led, readAll, shown, stackOf } from './_stacks';

const group = { aws_db_parameter_group: { pg: { name: 'orders' } } };
const net = (more: object = {}): object => ({
  resource: { ...group, aws_lb: { a: { idle_timeout: '${local.t}' } } },
  locals: { t: 70 },
  output: {
    'cross-stack-output-aws_db_parameter_grouppgname': { value: '${aws_db_parameter_group.pg.name}', sensitive: true },
    idle: { value: '${aws_lb.a.idle_timeout}' },
    all: { value: { deep: [{ t: 71 }] } },
    hidden: { value: 72, sensitive: true },
  },
  ...more,
});
const prepared =
  '${data.terraform_remote_state.cross-stack-reference-input-net-a.outputs.cross-stack-output-aws_db_parameter_grouppgname}';
const app = (attribute: string, data: object = {}): object => ({
  resource: {
    aws_db_instance: { db: { parameter_group_name: attribute } },
    aws_lb: { b: { idle_timeout: attribute } },
  },
  data: { terraform_remote_state: data },
});

/** Where `parameter_group_name` of the second stack leads. */
const group2 = (
  first: object,
  written: string,
  data: object = {},
  ids: readonly [string, string] = ['net-a', 'b'],
): unknown =>
  led(readAll(stackOf(ids[0], first), stackOf(ids[1], app(written, data)))[1]!, 'aws_db_instance.db', 'group');

/** What `idle_timeout` of the second stack is. */
const idle2 = (first: object, written: string, data: object = {}): unknown =>
  shown(fact(readAll(stackOf('net-a', first), stackOf('b', app(written, data)))[1]!, 'aws_lb.b').settings.idle_timeout);

const why = (text: string): object => ({ unknown: `\`idle_timeout\` of \`aws_lb.b\` ${text}` });

describe('a reference across stacks, as a prepared synth writes it', () => {
  it('leads to the resource in the other stack, although cdktf marks the output as sensitive', () => {
    expect(group2(net(), prepared)).toEqual(['net-a#aws_db_parameter_group.pg']);
  });

  it('names the path of a nested stack without what a name may not hold', () => {
    const written = prepared.replace('input-net-a', 'input-app--netorders');
    expect(group2(net(), written, {}, ['app/net.orders', 'b'])).toEqual(['app/net.orders#aws_db_parameter_group.pg']);
  });

  it('is found by what the file says of its stack, where nothing else tells', () => {
    const metadata = { metadata: { stackName: 'net-a' } };
    const [, second] = readAll(
      { document: 'one.json', stack: null, body: JSON.parse(JSON.stringify({ '//': metadata, ...net() })) as never },
      { document: 'two.json', stack: null, body: app(prepared) as never },
    );
    expect(led(second!, 'aws_db_instance.db', 'group')).toEqual(['one.json#aws_db_parameter_group.pg']);
  });

  it('is found by the path of what is inside a nested stack', () => {
    const body = {
      ...net(),
      '//': { metadata: { stackName: 'net' } },
      resource: { aws_db_parameter_group: { pg: { name: 'x', '//': { metadata: { path: 'app/net/pg' } } } } },
    };
    const [, second] = readAll(
      { document: 'one.json', stack: null, body },
      { document: 'two.json', stack: null, body: app(prepared.replace('net-a', 'app--net')) as never },
    );
    expect(led(second!, 'aws_db_instance.db', 'group')).toEqual(['one.json#aws_db_parameter_group.pg']);
  });
});

describe('an output of another stack', () => {
  const state = '${data.terraform_remote_state.cross-stack-reference-input-net-a';
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['is evaluated in its own stack', `${state}.outputs.idle}`, 70],
    ['by key', `${state}.outputs["idle"]}`, 70],
    ['and what is inside', `${state}.outputs.all.deep[0].t}`, 71],
    [
      'that is marked sensitive stays secret',
      `${state}.outputs.hidden}`,
      why('comes from the output `hidden` of `net-a`, which is marked sensitive, so it is not read'),
    ],
    ['that is not there', `${state}.outputs.gone}`, why('comes from the output `gone` of `net-a`, which is not there')],
    [
      'as a whole',
      `${state}.outputs}`,
      why('comes from `data.terraform_remote_state.cross-stack-reference-input-net-...`, which is not one output'),
    ],
  ];
  it.each(cases)('%s', (_, written, expected) => {
    expect(idle2(net(), written)).toEqual(expected);
  });
});

describe('the state of another stack, as somebody reads it by hand', () => {
  const written = '${data.terraform_remote_state.net.outputs.idle}';
  const s3 = { bucket: 'states', key: 'net.tfstate', region: 'eu-west-1' };
  const backend = (type: string, body: object): object => net({ terraform: { backend: { [type]: body } } });
  const gone = why(
    'comes from `data.terraform_remote_state.net`, the state of a stack that is not among these documents',
  );
  const cases: readonly (readonly [string, object, object, unknown])[] = [
    ['local, by the usual file', net(), { backend: 'local', config: { path: '../terraform.net-a.tfstate' } }, 70],
    ['local, by the same path', backend('local', { path: '/s/x' }), { backend: 'local', config: { path: '/s/x' } }, 70],
    [
      'local, by another path',
      backend('local', { path: '/s/x' }),
      { backend: 'local', config: { path: '/s/y' } },
      gone,
    ],
    ['s3, by bucket and key', backend('s3', { ...s3, encrypt: true }), { backend: 's3', config: s3 }, 70],
    ['s3, by another key', backend('s3', s3), { backend: 's3', config: { ...s3, key: 'x' } }, gone],
    [
      's3, whose key is not written',
      backend('s3', { bucket: 'states' }),
      { backend: 's3', config: { bucket: 'states' } },
      gone,
    ],
    ['another backend', backend('gcs', { bucket: 'states' }), { backend: 'gcs', config: { bucket: 'states' } }, gone],
    ['a backend with a hostile name', backend('__proto__', {}), { backend: '__proto__', config: {} }, gone],
    ['of another workspace', backend('s3', s3), { backend: 's3', config: s3, workspace: 'prod' }, gone],
    ['of the own workspace', backend('s3', s3), { backend: 's3', config: s3, workspace: '${terraform.workspace}' }, 70],
    ['nothing known of it', net(), {}, gone],
  ];
  it.each(cases)('%s', (_, first, data, expected) => {
    expect(idle2(first, written, { net: data })).toEqual(expected);
  });

  it('several stacks that keep their state in one place are nobody', () => {
    const body = backend('s3', s3);
    const data = { net: { backend: 's3', config: s3 } };
    const readings = readAll(stackOf('x', body), stackOf('y', body), stackOf('b', app(written, data)));
    expect(shown(fact(readings[2]!, 'aws_lb.b').settings.idle_timeout)).toEqual(
      why('comes from `data.terraform_remote_state.net`, the state of a stack that several of these documents may be'),
    );
  });
});

describe('a reference across stacks that synth did not prepare', () => {
  const written = '${aws_db_parameter_group.pg.name}';
  const made = stackOf('net', { resource: group });
  const second = stackOf('b', app(written));

  it('leads to the only stack that has the resource', () => {
    expect(led(readAll(made, second)[1]!, 'aws_db_instance.db', 'group')).toEqual(['net#aws_db_parameter_group.pg']);
  });

  it('means the own resource where there is one', () => {
    const own = stackOf('b', { resource: { ...group, aws_db_instance: { db: { parameter_group_name: written } } } });
    expect(led(readAll(made, own)[1]!, 'aws_db_instance.db', 'group')).toEqual(['b#aws_db_parameter_group.pg']);
  });

  it('is one of several where several have it', () => {
    const readings = readAll(made, stackOf('net2', { resource: group }), second);
    expect(led(readings[2]!, 'aws_db_instance.db', 'group')).toEqual([
      ['net#aws_db_parameter_group.pg', 'net2#aws_db_parameter_group.pg'],
    ]);
  });

  it('leads nowhere where none has it', () => {
    expect(led(readAll(second)[0]!, 'aws_db_instance.db', 'group')).toEqual([
      {
        unknown:
          '`parameter_group_name` of `aws_db_instance.db` leads to `aws_db_parameter_group.pg`, ' +
          'a resource that is in none of the stacks',
      },
    ]);
  });

  it('is unknown where more have it than anybody tells apart', () => {
    const many = Array.from({ length: 17 }, (_, at) => stackOf(`net${at}`, { resource: group }));
    expect(led(readAll(...many, second)[17]!, 'aws_db_instance.db', 'group')).toEqual([
      {
        unknown:
          '`parameter_group_name` of `aws_db_instance.db` leads to `aws_db_parameter_group.pg`, which 17 of the other stacks have',
      },
    ]);
  });
});
