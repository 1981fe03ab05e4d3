import type { Connection } from '../../../lib/core/connection';
import type { ConnectionReads, SettingSpec } from '../../../lib/core/kind';
import type { Json, Setting, Step } from '../../../lib/core/setting';
import { nothingWritten, processSetting } from '../../../lib/read/connection/process-setting';
import { literal, unset, type Evaluated } from '../../../lib/read/evaluated/value';

const step: Step = { level: 'own', subject: 'aws_x.api', attribute: 'environment.variables', text: null };

function read(as: ConnectionReads, value: Evaluated, more: Partial<SettingSpec> = {}): Setting | undefined {
  return processSetting({ ...more, as, cite: 'test' }, value, step);
}

/** `container/NAME name=text ...`, or why it is hidden. */
function short(setting: Setting | undefined): unknown {
  if (setting === undefined) return undefined;
  if (setting.state !== 'known') return { [setting.state]: setting.state === 'unknown' ? setting.why : setting.why };
  return (setting.value as unknown as readonly Connection[]).map((one) => {
    const name = one.container === null ? one.name : `${one.container}/${one.name}`;
    if (one.hidden !== null) return `${name} hidden: ${one.hidden.why}`;
    const said = one.parameters.flatMap(({ name, text }) => (text === null ? [] : [`${name}=${text}`]));
    const options = Object.entries(one.options).map(([name, text]) => `-c ${name}=${text}`);
    return [`${name} ${one.form}`, ...said, ...options].join(' ');
  });
}

const variables = (value: Json): unknown => short(read('variables', literal(value)));
const containers = (value: Json): unknown => short(read('container-variables', literal(value)));

const url = 'postgres://app:hunter2@db/shop?keepalives_idle=30';
const later: Evaluated = { is: 'unknown', why: 'is known only after apply', settles: 'check the state after apply' };
const object = (entries: Record<string, Evaluated>): Evaluated => ({ is: 'object', entries });
const list = (...items: readonly Evaluated[]): Evaluated => ({ is: 'list', items });

describe('variables', () => {
  it('are a table by name, of which whatever is a connection string counts', () => {
    expect(
      variables({ DATABASE_URL: url, ORDERS: url, REDIS_URL: 'redis://cache', PORT: 8080, DEBUG: true, NONE: null }),
    ).toEqual(['DATABASE_URL url keepalives_idle=30', 'ORDERS url keepalives_idle=30']);
  });

  it('are a list of names and values, in whatever case the source writes them', () => {
    expect(
      variables([
        { name: 'A', value: url },
        { Name: 'B', Value: url },
        { name: 'C', value: 1 },
        { name: 'D' },
        {},
        'nonsense',
        null,
      ]),
    ).toEqual(['A url keepalives_idle=30', 'B url keepalives_idle=30']);
  });

  it('of Elastic Beanstalk are those of one namespace, and those of another come from secrets', () => {
    expect(
      variables([
        { namespace: 'aws:elasticbeanstalk:application:environment', name: 'A', value: url },
        { Namespace: 'aws:elasticbeanstalk:application:environment', OptionName: 'B', Value: url },
        { namespace: 'aws:elbv2:loadbalancer', name: 'C', value: url },
        {
          namespace: 'aws:elasticbeanstalk:application:environmentsecrets',
          name: 'DATABASE_URL',
          value: 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/url',
        },
      ]),
    ).toEqual([
      'A url keepalives_idle=30',
      'B url keepalives_idle=30',
      'DATABASE_URL hidden: `DATABASE_URL` comes from secret `parameter/shop/url`',
    ]);
  });

  it('that nobody wrote are none', () => {
    expect(read('variables', literal(null))).toBeUndefined();
    expect(variables({})).toEqual([]);
    expect(variables([])).toEqual([]);
  });

  it('that are not in view as a whole are not known', () => {
    expect(short(read('variables', later))).toEqual({
      unknown: '`environment.variables` of `aws_x.api` is known only after apply',
    });
  });

  it.each([
    'DATABASE_URL',
    'ORDERS_DATABASE_URL',
    'DATABASE_URL_RO_URL',
    'DB_DSN',
    'POSTGRES_URL',
    'POSTGRESQL_CONNECTION_STRING',
    'PG_URI',
    'SPRING_DATASOURCE_URL',
    'JDBC_URL',
    'SQLALCHEMY_DATABASE_URI',
    'AIRFLOW__DATABASE__SQL_ALCHEMY_CONN',
    'ConnectionStrings__Orders',
  ])('%s is called like a connection string, so it is hidden where its value is not in view', (name) => {
    expect(short(read('variables', object({ [name]: later })))).toEqual([
      `${name} hidden: \`${name}\` is known only after apply`,
    ]);
  });

  it.each([
    'REDIS_URL',
    'MONGODB_URI',
    'MONGO_DB_URL',
    'SENTRY_DSN',
    'MYSQL_DATABASE_URL',
    'API_URL',
    'DB_HOST',
    'DB_PASSWORD',
  ])('%s is not', (name) => {
    expect(short(read('variables', object({ [name]: later })))).toEqual([]);
  });

  it('of which a part is not known are read all the same', () => {
    const text: Evaluated = {
      is: 'text',
      parts: [
        { is: 'value', value: 'postgres://app:' },
        later,
        { is: 'value', value: '@' },
        { is: 'reference', to: 'x#aws_db_instance.a', attribute: 'address', text: 'aws_db_instance.a.address' },
        { is: 'value', value: '/shop?keepalives_idle=30' },
      ],
    };
    expect(short(read('variables', object({ ANY: text })))).toEqual(['ANY url keepalives_idle=30']);
    const open: Evaluated = { is: 'text', parts: [{ is: 'value', value: `${url}&tcp_user_timeout=` }, later] };
    expect(short(read('variables', object({ ANY: open })))).toEqual(['ANY hidden: `ANY` is known only after apply']);
  });

  it('whose value depends on a condition are known where it makes no difference', () => {
    const either = (...of: readonly string[]): Evaluated => ({
      is: 'choice',
      of: of.map((value) => ({ is: 'value', value })),
      why: 'is the parameter `Stage`, which a deployment passes',
      settles: 'pass it',
    });
    expect(short(read('variables', object({ A: either(url, url.replace('hunter2', 'other')) })))).toEqual([
      'A url keepalives_idle=30',
    ]);
    expect(short(read('variables', object({ A: either(url, url.replace('30', '60')) })))).toEqual([
      'A hidden: `A` is the parameter `Stage`, which a deployment passes',
    ]);
  });

  it('of which one is there on a condition only are hidden', () => {
    const element: Evaluated = {
      is: 'choice',
      of: [literal({ Name: 'A', Value: url }), { is: 'value', value: null }],
      why: 'depends on the condition `IsProd`',
      settles: 'set it',
    };
    expect(short(read('variables', list(element)))).toEqual([
      'A hidden: `A` comes from an expression that is not evaluated here',
    ]);
  });

  it('never quotes an expression: it stands where the password does', () => {
    const why =
      'is `postgres://app:hunter2@db%{ if true }`, a template with directives, which only Terraform carries out';
    const setting = read('variables', object({ DATABASE_URL: { is: 'unknown', why, settles: 'check `hunter2`' } }));
    expect(JSON.stringify(setting)).not.toContain('hunter2');
    expect(short(setting)).toEqual([
      'DATABASE_URL hidden: `DATABASE_URL` comes from an expression that is not evaluated here',
    ]);
  });

  it('does not take a connection string for a name', () => {
    const setting = read('variables', literal({ [`A=${url}`]: url }));
    expect(JSON.stringify(setting)).not.toContain('hunter2');
    expect(short(setting)).toEqual(['(a name that no process takes) url keepalives_idle=30']);
  });
});

describe('PG* variables', () => {
  it.each<[string, Json, readonly string[]]>([
    ['name a server', { PGHOST: 'db' }, ['PG* variables']],
    ['name a database', { PGDATABASE: 'shop', PGPASSWORD: 'hunter2' }, ['PG* variables']],
    ['say what is judged', { PGOPTIONS: '-c statement_timeout=30s' }, ['PG* variables -c statement_timeout=30s']],
    ['hold a password alone', { PGUSER: 'app', PGPASSWORD: 'hunter2' }, []],
    ['configure a server', { PGDATA: '/var/lib/postgresql' }, []],
    ['stand beside a string', { PGHOST: 'db', URL: url }, ['URL url keepalives_idle=30', 'PG* variables']],
  ])('%s', (_, value, expected) => {
    expect(variables(value)).toEqual(expected);
  });

  it('keep their own names', () => {
    const setting = read('variables', literal({ PGOPTIONS: '-c statement_timeout=30s', PGHOST: 'db', PGNOTHING: '1' }));
    expect(setting).toMatchObject({
      value: [
        {
          form: 'variables',
          name: 'PG*',
          parameters: [
            { name: 'PGOPTIONS', text: null },
            { name: 'PGHOST', text: null },
          ],
        },
      ],
    });
  });

  it('are hidden where one that is judged is not in view, and only then', () => {
    expect(short(read('variables', object({ PGHOST: later, PGPASSWORD: later })))).toEqual(['PG* variables']);
    expect(short(read('variables', object({ PGHOST: literal('db'), PGOPTIONS: later })))).toEqual([
      'PG* hidden: `PG*` includes `PGOPTIONS`, which is known only after apply',
    ]);
  });
});

describe('containers', () => {
  const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf';
  const terraform: Json = [
    {
      name: 'api',
      environment: [{ name: 'DATABASE_URL', value: url }],
      secrets: [
        { name: 'AUDIT_DATABASE_URL', valueFrom: arn },
        { name: 'API_KEY', valueFrom: '/shop/key' },
      ],
      systemControls: [{ namespace: 'net.ipv4.tcp_keepalive_time', value: '60' }],
      stopTimeout: 90,
    },
    { name: 'sidecar', essential: false, environment: [{ name: 'PGHOST', value: 'db' }], stopTimeout: 5 },
  ];
  const expected = [
    'api/DATABASE_URL url keepalives_idle=30',
    'api/AUDIT_DATABASE_URL hidden: `AUDIT_DATABASE_URL` of container `api` comes from secret `secret:orders-AbCdEf`',
    'sidecar/PG* variables',
  ];

  it('are a list, or its JSON as text', () => {
    expect(containers(terraform)).toEqual(expected);
    expect(containers(JSON.stringify(terraform))).toEqual(expected);
  });

  it('are spelled differently by CloudFormation', () => {
    expect(
      containers([
        {
          Name: 'api',
          Environment: [{ Name: 'DATABASE_URL', Value: url }],
          Secrets: [{ Name: 'AUDIT_DATABASE_URL', ValueFrom: arn }],
        },
        { Name: 'sidecar', Environment: [{ Name: 'PGHOST', Value: 'db' }] },
      ]),
    ).toEqual(expected);
  });

  it('go by their number where they have no name to show', () => {
    expect(
      containers([
        { environment: [{ name: 'A', value: url }] },
        { name: 'a b', environment: [{ name: 'A', value: url }] },
      ]),
    ).toEqual(['#1/A url keepalives_idle=30', '#2/A url keepalives_idle=30']);
  });

  it('may be a text of JSON of which parts are not known', () => {
    const parts = (...texts: readonly (string | Evaluated)[]): Evaluated => ({
      is: 'text',
      parts: texts.map((text): Evaluated => (typeof text === 'string' ? { is: 'value', value: text } : text)),
    });
    const opening = '[{"name":"api","cpu":';
    expect(
      short(
        read(
          'container-variables',
          parts(
            opening,
            later,
            ',"environment":[{"name":"A","value":"postgres://a:',
            later,
            '@',
            later,
            '/x?keepalives_idle=30"}]}]',
          ),
        ),
      ),
    ).toEqual(['api/A url keepalives_idle=30']);
    expect(
      short(
        read('container-variables', parts(opening, later, ',"environment":[{"name":"DB_URL","value":', later, '}]}]')),
      ),
    ).toEqual(['api/DB_URL hidden: `DB_URL` of container `api` is known only after apply']);
    expect(short(read('container-variables', parts(opening, later, ',"environment":', later, '}]')))).toEqual({
      unknown: '`environment.variables` of `aws_x.api` is known only after apply',
    });
    expect(short(read('container-variables', parts('[', later, later)))).toEqual({
      unknown: '`environment.variables` of `aws_x.api` is known only after apply',
    });
  });

  it.each<[string, Json]>([
    ['no JSON', '[{"name": "hunter2"'],
    ['an object', '{"name": "hunter2"}'],
    ['texts', ['hunter2']],
    ['a number', 5],
  ])('that are %s are not known, and not quoted', (_, value) => {
    const setting = read('container-variables', literal(value));
    expect(setting?.state).toBe('unknown');
    expect(JSON.stringify(setting)).not.toContain('hunter2');
  });

  it('nest as deeply as they like', () => {
    const deep = `[{"name":"api","x":${'['.repeat(50_000)}${']'.repeat(50_000)},"environment":[{"name":"A","value":"${url}"}]}]`;
    expect(containers(deep)).toEqual(['api/A url keepalives_idle=30']);
  });
});

describe('what else containers say', () => {
  const said = (as: ConnectionReads, value: Json, more: Partial<SettingSpec> = {}): unknown => {
    const setting = read(as, literal(value), more);
    return setting?.state === 'known'
      ? setting.value
      : setting && { [setting.state]: (setting as { why: string }).why };
  };

  it('nothing where an element of a list is not in view, which may be any variable', () => {
    const open: Evaluated = { is: 'unknown', why: 'is not evaluated here', settles: 'write it out' };
    const url = object({
      name: literal('RO_DATABASE_URL'),
      value: literal('postgresql+psycopg2://h/a?keepalives_idle=30'),
    });
    const variables: Evaluated = { is: 'list', items: [open, url] };
    expect(read('variables', variables)).toMatchObject({ state: 'unknown' });
    expect(read('container-variables', { is: 'list', items: [object({ environment: variables })] })).toMatchObject({
      state: 'unknown',
    });
  });

  it('secrets by variable, of all containers, with the container where several have one', () => {
    expect(
      said('container-secrets', [
        {
          name: 'a',
          secrets: [
            { name: 'URL', valueFrom: '/shop/url' },
            { name: '__proto__', valueFrom: '/x' },
            { name: 'BAD', valueFrom: 'two words' },
          ],
        },
        { name: 'b', secrets: [{ name: 'URL', valueFrom: '/other' }] },
      ]),
    ).toEqual(Object.assign(Object.create(null), { 'a/URL': '/shop/url', 'b/URL': '/other', ['__proto__']: '/x' }));
  });

  it('secrets of a service without containers, as a table and as a list', () => {
    expect(said('container-secrets', { URL: '/shop/url' })).toEqual(
      Object.assign(Object.create(null), { URL: '/shop/url' }),
    );
    expect(said('container-secrets', [{ Name: 'URL', Value: '/shop/url' }])).toEqual(
      Object.assign(Object.create(null), { URL: '/shop/url' }),
    );
  });

  it('a secret that is another resource goes by its address, and an ARN by its parameter', () => {
    const reference: Evaluated = {
      is: 'reference',
      to: 'stack#aws_ssm_parameter.url',
      attribute: 'arn',
      text: 'aws_ssm_parameter.url.arn',
      value: { is: 'value', value: 'hunter2 is no reference' },
    };
    const arn: Evaluated = {
      is: 'text',
      parts: [
        { is: 'value', value: 'arn:aws:ssm:' },
        later,
        { is: 'value', value: ':' },
        later,
        { is: 'value', value: ':parameter/shop/url' },
      ],
    };
    expect(read('container-secrets', object({ A: reference, B: arn, C: later }))).toMatchObject({
      value: { A: 'aws_ssm_parameter.url', B: 'arn:aws:ssm:::parameter/shop/url' },
    });
    const behind: Evaluated = {
      is: 'reference',
      to: 'stack#null_resource.a',
      attribute: 'x',
      text: 'x',
      value: reference,
    };
    expect(read('container-secrets', object({ A: behind }))).toMatchObject({ value: { A: 'aws_ssm_parameter.url' } });
  });

  it('kernel settings of the network, which containers share', () => {
    const control = (name: string, value: string): Json => ({
      systemControls: [{ namespace: name, value }],
    });
    const time = 'net.ipv4.tcp_keepalive_time';
    expect(
      said('container-sysctls', [
        control(time, '60'),
        { SystemControls: [{ Namespace: time, Value: '60' }] },
        control('kernel.shmmax', '1'),
        {},
      ]),
    ).toEqual(Object.assign(Object.create(null), { [time]: '60' }));
    const either: Evaluated = { is: 'choice', of: [object({}), unset], why: 'depends', settles: 'decide' };
    const some = object({ systemControls: { is: 'list', items: [either] } });
    expect(read('container-sysctls', { is: 'list', items: [some] })).toMatchObject({ state: 'unknown' });
    expect(said('container-sysctls-apart', [control(time, '60'), {}])).toEqual([time]);
    expect(said('container-sysctls-apart', [control(time, '60'), control(time, '60')])).toEqual([]);
    expect(said('container-sysctls', [{}])).toEqual(Object.create(null));
    expect(said('container-sysctls', [control(time, '60'), control(time, '30')])).toEqual({
      unknown: `\`environment.variables\` of \`aws_x.api\` sets \`${time}\` to several values`,
    });
    expect(said('container-sysctls', [control(time, 'soon')])).toEqual({
      unknown: `\`environment.variables\` of \`aws_x.api\` sets \`${time}\` to what is no number or not known`,
    });
  });

  it.each<[string, Json, unknown]>([
    ['the shortest', [{ stopTimeout: 90 }, { stopTimeout: '60' }, { StopTimeout: 120 }], 60],
    [
      'of what is essential',
      [{ stopTimeout: 90 }, { stopTimeout: 5, essential: false }, { Essential: 'false', StopTimeout: 1 }],
      90,
    ],
    ['the default of 30 where a container writes none and others more', [{ stopTimeout: 90 }, {}], undefined],
    ['the written one where it is shorter than the default of another', [{ stopTimeout: 10 }, {}], 10],
    ['none where nobody writes one', [{}, {}], undefined],
    ['0 is a value', [{ stopTimeout: 0 }], 0],
    [
      'what is no number',
      [{ stopTimeout: 'soon' }],
      { unknown: '`environment.variables` of `aws_x.api` is not of a kind that can be read' },
    ],
  ])('stop timeout: %s', (_, value, expected) => {
    expect(said('container-stop-timeout', value, { default: { value: 30, cite: 'test' } })).toEqual(expected);
  });

  it('a stop timeout that is not known is not', () => {
    const setting = read('container-stop-timeout', list(object({ stopTimeout: later })));
    expect(setting).toMatchObject({
      state: 'unknown',
      why: '`environment.variables` of `aws_x.api` is known only after apply',
    });
  });
});

describe('one connection string', () => {
  const one = (value: Evaluated): unknown =>
    short(processSetting({ as: 'connection', cite: 'test' }, value, { ...step, attribute: 'parameter.value' }));

  it('is a list of one', () => {
    expect(one(literal(url))).toEqual(['value url keepalives_idle=30']);
    expect(one(literal('plain'))).toEqual([]);
    expect(one(literal({ a: url }))).toEqual([]);
    expect(one(literal(null))).toBeUndefined();
    expect(one(later)).toEqual({ unknown: '`parameter.value` of `aws_x.api` is known only after apply' });
  });
});

describe('provenance', () => {
  it('says how many, and of what is sensitive no more than that', () => {
    expect(read('variables', literal({ A: url }))).toMatchObject({ from: [{ ...step, text: '1 connection' }] });
    expect(read('variables', literal({}))).toMatchObject({ from: [{ ...step, text: '0 connections' }] });
    expect(processSetting({ as: 'variables', cite: 'test' }, literal({ A: url }), step, true)).toMatchObject({
      state: 'known',
      from: [{ ...step, text: '(sensitive)' }],
    });
  });

  it('a branch that writes nothing shows no connection, and leaves a stop timeout to its default', () => {
    expect(nothingWritten('variables', step)).toMatchObject({ value: [] });
    expect(nothingWritten('container-secrets', step)).toMatchObject({ value: {} });
    expect(nothingWritten('container-stop-timeout', step)).toBeNull();
    expect(nothingWritten('seconds', step)).toBeNull();
  });
});
