import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as cdktf from 'cdktf';
import * as cdktn from 'cdktn';
import { Construct } from 'constructs';
import type { Reading } from '../../../lib/core/fact';
import { readStacks } from '../../../lib/read/cdktf/read';
import type { JsonObject } from '../../../lib/read/json';
import { kinds } from '../kinds';
import { fact, led, shown, subjects } from './_stacks';

// Both forks have the same classes under other names, so one of the types speaks for both.
const forks: readonly (readonly [string, typeof cdktf])[] = [
  ['cdktf', cdktf],
  ['cdktn', cdktn as unknown as typeof cdktf],
];

describe.each(forks)('stacks that %s synthesises', (_, fork) => {
  /** What prebuilt providers are made of, without their 400 MB. */
  class Resource extends fork.TerraformResource {
    constructor(
      scope: Construct,
      id: string,
      type: string,
      private readonly written: { readonly [name: string]: unknown },
      meta: Partial<cdktf.TerraformResourceConfig> = {},
    ) {
      super(scope, id, { terraformResourceType: type, ...meta });
    }

    protected override synthesizeAttributes(): { [name: string]: unknown } {
      return { ...this.written };
    }
  }

  class Provider extends fork.TerraformProvider {
    constructor(
      scope: Construct,
      id: string,
      type: string,
      private readonly written: { readonly [name: string]: unknown },
      private readonly called: string,
    ) {
      super(scope, id, { terraformResourceType: type });
    }

    override get alias(): string {
      return this.called;
    }

    protected override synthesizeAttributes(): { [name: string]: unknown } {
      return { ...this.written };
    }
  }

  let outdir: string;
  beforeAll(() => {
    outdir = mkdtempSync(path.join(tmpdir(), 'real-synth-'));
  });
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  const newApp = (): cdktf.App => new fork.App({ outdir, skipValidation: true });
  const stackIn = (app: cdktf.App, id: string): cdktf.TerraformStack => new fork.TerraformStack(app, id);

  /** The stacks as `toTerraform()` gives them, read together. */
  const read = (...stacks: readonly cdktf.TerraformStack[]): readonly Reading[] =>
    readStacks(
      stacks.map((stack) => ({
        document: stack.node.path,
        stack: stack.node.path,
        body: stack.toTerraform() as JsonObject,
      })),
      kinds,
    );

  const idle = (reading: Reading, subject: string): unknown => shown(fact(reading, subject).settings.idle_timeout);

  it('tokens, lazy values, variables, locals and functions', () => {
    const stack = stackIn(newApp(), 'shop');
    const timeout = new fork.TerraformVariable(stack, 'timeout', { type: 'number', default: 300 });
    const open = new fork.TerraformVariable(stack, 'open', { type: 'number' });
    const local = new fork.TerraformLocal(stack, 'idle', 45);
    const lb = (id: string, idle_timeout: unknown): void => void new Resource(stack, id, 'aws_lb', { idle_timeout });
    lb('variable', timeout.numberValue);
    lb('no-default', open.numberValue);
    lb('local', local.expression);
    lb('lazy', fork.Lazy.numberValue({ produce: () => 123 }));
    lb('largest', fork.Fn.max([1, 2, timeout.numberValue]));
    lb('condition', fork.conditional(fork.Op.gt(open.numberValue, 5), 60, 4000));
    lb('printed', `${timeout.numberValue}0`);
    const [reading] = read(stack);
    expect(Object.fromEntries(reading!.facts.map(({ subject }) => [subject, idle(reading!, subject)]))).toEqual({
      'aws_lb.variable': 300,
      'aws_lb.no-default': {
        unknown:
          '`idle_timeout` of `aws_lb.no-default` is the variable `open`, which has no default: its value is known when a plan is made',
      },
      'aws_lb.local': 45,
      'aws_lb.lazy': 123,
      'aws_lb.largest': 300,
      'aws_lb.condition': { either: [60, 4000] },
      'aws_lb.printed': {
        unknown: '`idle_timeout` of `aws_lb.printed` is an unresolved token, so synth does not tell it',
      },
    });
  });

  it('overrides: of a value, appended parameters, a resource that is no construct', () => {
    const stack = stackIn(newApp(), 'shop');
    const lb = new Resource(new Construct(stack, 'api'), 'lb', 'aws_lb', { idle_timeout: 60 });
    lb.addOverride('idle_timeout', 400);
    const group = new Resource(stack, 'pg', 'aws_db_parameter_group', {
      parameter: [{ name: 'statement_timeout', value: '1' }],
    });
    group.addOverride('parameter', [{ name: 'statement_timeout', value: '2' }]);
    stack.addOverride('resource.aws_lb.raw', { idle_timeout: 3 });
    const [reading] = read(stack);

    const own = reading!.facts.find(({ names }) => names.includes('shop/api/lb'));
    expect(shown(own?.settings.idle_timeout)).toBe(400);
    expect(own?.location).toEqual({
      document: 'shop',
      pointer: `/resource/aws_lb/${lb.friendlyUniqueId}`,
      construct: 'shop/api/lb',
    });
    expect(shown(fact(reading!, 'aws_db_parameter_group.pg').settings.parameters)).toEqual([
      expect.objectContaining({ name: 'statement_timeout', value: '1' }),
      expect.objectContaining({ name: 'statement_timeout', value: '2' }),
    ]);
    const raw = fact(reading!, 'aws_lb.raw');
    expect([shown(raw.settings.idle_timeout), raw.location]).toEqual([
      3,
      { document: 'shop', pointer: '/resource/aws_lb/raw' },
    ]);
  });

  it('iterators: over maps, lists and resources, in dynamic blocks; count', () => {
    const stack = stackIn(newApp(), 'shop');
    const map = fork.TerraformIterator.fromMap({ fast: { t: 10 }, slow: { t: 400 } });
    const list = fork.TerraformIterator.fromComplexList([{ name: 'q', t: 7 }] as never, 'name');
    const each = new Resource(stack, 'each', 'aws_lb', { idle_timeout: map.getNumber('t') }, { forEach: map });
    new Resource(stack, 'complex', 'aws_lb', { idle_timeout: list.getNumber('t') }, { forEach: list });
    const balancers = fork.TerraformIterator.fromResources(each);
    new Resource(
      stack,
      'chained',
      'aws_lb_listener',
      { load_balancer_arn: balancers.getString('arn'), port: balancers.getNumber('idle_timeout') },
      { forEach: balancers },
    );
    const count = fork.TerraformCount.of(2);
    new Resource(stack, 'counted', 'aws_lb_listener', { port: fork.Token.asAny(count.index) }, { count });
    new Resource(stack, 'dynamic', 'aws_db_parameter_group', {
      parameter: map.dynamic({ name: map.key, value: map.getString('t') }),
    });
    const [reading] = read(stack);

    expect(subjects(reading!)).toEqual([
      'aws_lb.each["fast"]',
      'aws_lb.each["slow"]',
      'aws_lb.complex["q"]',
      'aws_lb_listener.chained["fast"]',
      'aws_lb_listener.chained["slow"]',
      'aws_lb_listener.counted[0]',
      'aws_lb_listener.counted[1]',
      'aws_db_parameter_group.dynamic',
    ]);
    expect(['each["fast"]', 'each["slow"]', 'complex["q"]'].map((one) => idle(reading!, `aws_lb.${one}`))).toEqual([
      10, 400, 7,
    ]);
    expect(led(reading!, 'aws_lb_listener.chained["slow"]', 'load_balancer')).toEqual(['shop#aws_lb.each["slow"]']);
    expect(shown(fact(reading!, 'aws_lb_listener.chained["slow"]').settings.port)).toBe(400);
    expect(shown(fact(reading!, 'aws_lb_listener.counted[1]').settings.port)).toBe(1);
    expect(shown(fact(reading!, 'aws_db_parameter_group.dynamic').settings.parameters)).toEqual([
      expect.objectContaining({ name: 'fast', value: '10' }),
      expect.objectContaining({ name: 'slow', value: '400' }),
    ]);
  });

  it('a provider by its alias', () => {
    const stack = stackIn(newApp(), 'shop');
    for (const id of ['x', 'y']) new Resource(stack, id, 'aws_db_instance', { identifier: id });
    new Provider(stack, 'one', 'postgresql', { host: '${aws_db_instance.x.address}' }, 'one');
    const provider = new Provider(stack, 'two', 'postgresql', { host: '${aws_db_instance.y.address}' }, 'two');
    new Resource(stack, 'role', 'postgresql_role', { name: 'app' }, { provider });
    expect(led(read(stack)[0]!, 'postgresql_role.role', 'database')).toEqual(['shop#aws_db_instance.y']);
  });

  describe('references across stacks', () => {
    const estate = (): readonly [cdktf.App, readonly cdktf.TerraformStack[]] => {
      const app = newApp();
      const net = stackIn(app, 'net-a');
      const nested = new fork.TerraformStack(net, 'inner.net');
      const shop = stackIn(app, 'shop');
      const group = new Resource(net, 'pg', 'aws_db_parameter_group', { name: 'orders' });
      const lb = new Resource(nested, 'lb', 'aws_lb', { idle_timeout: 61 });
      new Resource(shop, 'db', 'aws_db_instance', { parameter_group_name: group.getStringAttribute('name') });
      new Resource(shop, 'l', 'aws_lb_listener', {
        load_balancer_arn: lb.getStringAttribute('arn'),
        port: lb.getNumberAttribute('idle_timeout'),
      });
      return [app, [net, nested, shop]];
    };
    const expected = [['net-a#aws_db_parameter_group.pg'], ['net-a/inner.net#aws_lb.lb'], 61];
    const found = (reading: Reading): unknown => [
      led(reading, 'aws_db_instance.db', 'group'),
      led(reading, 'aws_lb_listener.l', 'load_balancer'),
      shown(fact(reading, 'aws_lb_listener.l').settings.port),
    ];

    it('not prepared, as in a unit test', () => {
      const [, stacks] = estate();
      expect(found(read(...stacks)[2]!)).toEqual(expected);
    });

    it('prepared by a synth of the app', () => {
      const [app, stacks] = estate();
      app.synth();
      expect(JSON.stringify(stacks[2]!.toTerraform())).toContain('terraform_remote_state');
      expect(found(read(...stacks)[2]!)).toEqual(expected);
    });

    it('from the files that the synth wrote', () => {
      const [app] = estate();
      app.synth();
      const files = ['net-a', 'inner.net', 'shop'].map((id) => ({
        document: id === 'inner.net' ? 'net-a/inner.net' : id,
        stack: null,
        body: JSON.parse(readFileSync(path.join(outdir, 'stacks', id, 'cdk.tf.json'), 'utf8')) as JsonObject,
      }));
      expect(found(readStacks(files, kinds)[2]!)).toEqual(expected);
    });
  });

  it('what Testing.synth gives, which names no construct', () => {
    const stack = stackIn(newApp(), 'shop');
    new Resource(stack, 'lb', 'aws_lb', { idle_timeout: 62 });
    const body = JSON.parse(fork.Testing.synth(stack)) as JsonObject;
    const [reading] = readStacks([{ document: 'shop', stack: null, body }], kinds);
    const lb = fact(reading!, 'aws_lb.lb');
    expect([shown(lb.settings.idle_timeout), lb.names, lb.location]).toEqual([
      62,
      ['aws_lb.lb'],
      { document: 'shop', pointer: '/resource/aws_lb/lb' },
    ]);
  });
});
