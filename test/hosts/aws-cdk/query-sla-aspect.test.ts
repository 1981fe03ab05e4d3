import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, AspectPriority, Aspects, type IAspect, Lazy, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnDBParameterGroup } from 'aws-cdk-lib/aws-rds';
import type { IConstruct } from 'constructs';
import { QuerySlaAspect } from '../../../lib/hosts/aws-cdk/query-sla-aspect';
import { annotations, configuration, database, inFolder, loadBalancer, promise } from './_shop';

const alb = 'alb-idle-timeout-outlasts-query';
const statement = 'statement-timeout-allows-query';
const config = configuration(promise('Shop/Lb', 'Shop/Db'));

/** The first line of each annotation. */
const heads = (...stacks: Stack[]): readonly string[] => annotations(...stacks).map((one) => one.split('\n')[0] ?? '');

/** An app with one stack, `Shop`, and the aspect on the app. */
function shop(build: (stack: Stack) => void, options: object = { config }): { app: App; stack: Stack } {
  const app = new App();
  Aspects.of(app).add(new QuerySlaAspect(options));
  const stack = new Stack(app, 'Shop');
  build(stack);
  database(stack, 'Db');
  return { app, stack };
}

class SetIdle implements IAspect {
  constructor(private readonly seconds: number) {}
  visit(node: IConstruct): void {
    if (node instanceof CfnLoadBalancer) {
      node.loadBalancerAttributes = [{ key: 'idle_timeout.timeout_seconds', value: String(this.seconds) }];
    }
  }
}

it('tells a failure on its construct, and the manifest has it for the command line', () => {
  inFolder((outdir) => {
    const app = new App({ outdir });
    Aspects.of(app).add(new QuerySlaAspect({ config }));
    const stack = new Stack(app, 'Shop');
    loadBalancer(stack, 'Lb');
    database(stack, 'Db');
    const assembly = app.synth();
    const messages = assembly.getStackByName('Shop').messages.map(({ level, id, entry }) => ({ level, id, entry }));
    expect(messages).toEqual([
      { level: 'error', id: '/Shop/Lb', entry: { type: 'aws:cdk:error', data: expect.any(String) as string } },
    ]);
    expect(String(messages[0]?.entry.data).split('\n')).toEqual([
      `${alb}: \`idle_timeout.timeout_seconds\` of \`Lb\` is 60 s (default), so callers get HTTP 504 at 60 s and the ` +
        'query runs on while a request of `checkout-api` may take 90 s',
      '  for checkout-api',
      '  on Lb',
      '  at Shop/Lb',
      '  fix: Shop/Lb (CfnLoadBalancer, AWS::ElasticLoadBalancingV2::LoadBalancer)',
      "    loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: '91' }]",
      `  more: holdfast explain ${alb}`,
    ]);
    expect(readFileSync(path.join(outdir, 'Shop.template.json'), 'utf8')).not.toContain(alb);
  });
});

it('says nothing where everything holds', () => {
  const { app, stack } = shop((it) => loadBalancer(it, 'Lb', 91));
  app.synth();
  expect(annotations(stack)).toEqual([]);
});

describe('it judges what is final', () => {
  const late: [string, (stack: Stack) => void, readonly string[]][] = [
    [
      'an override',
      (stack) => loadBalancer(stack, 'Lb', 30).addPropertyOverride('LoadBalancerAttributes.0.Value', '91'),
      [],
    ],
    ['a lazy value', (stack) => loadBalancer(stack, 'Lb', Lazy.string({ produce: () => '91' })), []],
    [
      'an aspect with a higher priority',
      (stack) => {
        loadBalancer(stack, 'Lb');
        Aspects.of(stack).add(new SetIdle(91), { priority: AspectPriority.MUTATING });
      },
      [],
    ],
    [
      'an aspect that runs after it',
      (stack) => {
        loadBalancer(stack, 'Lb');
        Aspects.of(stack).add(new SetIdle(91), { priority: AspectPriority.READONLY + 1 });
      },
      [],
    ],
    [
      'an aspect that makes it worse',
      (stack) => {
        loadBalancer(stack, 'Lb', 91);
        Aspects.of(stack).add(new SetIdle(60));
      },
      ['error Shop/Lb'],
    ],
  ];
  it.each(late)('%s', (_what, build, expected) => {
    const { app, stack } = shop(build);
    app.synth();
    expect(heads(stack).map((head) => head.split(':')[0])).toEqual(expected);
  });

  it('with priority READONLY too', () => {
    const app = new App();
    Aspects.of(app).add(new QuerySlaAspect({ config }), { priority: AspectPriority.READONLY });
    const stack = new Stack(app, 'Shop');
    loadBalancer(stack, 'Lb');
    database(stack, 'Db');
    Aspects.of(stack).add(new SetIdle(91), { priority: AspectPriority.MUTATING });
    app.synth();
    expect(annotations(stack)).toEqual([]);
  });

  it('across stacks, through a reference that AWS CDK turns into an import', () => {
    // Without it AWS CDK 2.276 advises another kind of reference.
    const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
    Aspects.of(app).add(new QuerySlaAspect({ config }));
    const data = new Stack(app, 'Data');
    const { ref } = new CfnDBParameterGroup(data, 'Group', {
      family: 'postgres16',
      description: 'of the orders',
      parameters: { statement_timeout: '20000' },
    });
    const stack = new Stack(app, 'Shop');
    loadBalancer(stack, 'Lb', 91);
    database(stack, 'Db', undefined, { dbParameterGroupName: ref });
    app.synth();
    expect(heads(stack, data)).toEqual([
      expect.stringMatching(/^error Shop\/Db: statement-timeout-allows-query: `statement_timeout` of `Db` is 20 s/),
    ]);
  });

  it('in nested stacks', () => {
    const app = new App();
    Aspects.of(app).add(new QuerySlaAspect({ config: configuration(promise('Shop/Edge/Lb', 'Shop/Data/Db')) }));
    const stack = new Stack(app, 'Shop');
    const { ref } = new CfnDBParameterGroup(stack, 'Group', {
      family: 'postgres16',
      description: 'of the orders',
      parameters: { statement_timeout: '20000' },
    });
    loadBalancer(new NestedStack(stack, 'Edge'), 'Lb');
    database(new NestedStack(stack, 'Data'), 'Db', undefined, { dbParameterGroupName: ref });
    const messages = app.synth().getStackByName('Shop').messages;
    expect(messages.map(({ level, id }) => `${level} ${id}`).sort()).toEqual([
      'error /Shop/Data/Db',
      'error /Shop/Edge/Lb',
    ]);
  });
});

it.each([
  ['aspects run until nothing changes', { '@aws-cdk/core:aspectStabilization': true }],
  ['templates name constructs', { 'aws:cdk:enable-path-metadata': true }],
])('tells the same where %s', (_what, context) => {
  const app = new App({ context });
  Aspects.of(app).add(new QuerySlaAspect({ config }));
  const stack = new Stack(app, 'Shop');
  loadBalancer(stack, 'Lb');
  database(stack, 'Db');
  Aspects.of(stack).add(new SetIdle(30), { priority: AspectPriority.MUTATING });
  app.synth();
  expect(heads(stack)).toEqual([expect.stringMatching(/^error Shop\/Lb: alb-.* is 30 s/)]);
});

it('says which stack cannot be resolved, and judges the others', () => {
  const app = new App();
  const broken = new Stack(new Stage(app, 'later'), 'Broken');
  const lb = loadBalancer(broken, 'Lb');
  lb.addPropertyOverride(
    'Name',
    Lazy.string({
      produce: () => {
        throw new Error('not yet');
      },
    }),
  );
  const stage = new Stage(app, 'first');
  const stack = new Stack(stage, 'Shop');
  loadBalancer(stack, 'Lb');
  database(stack, 'Db');
  Aspects.of(stage).add(new QuerySlaAspect({ config: configuration(promise('first/Shop/Lb', 'first/Shop/Db')) }));
  stage.synth();
  expect(heads(stack)).toEqual([
    expect.stringMatching(
      /^error first\/Shop: holdfast could not judge this: later\/Broken: cannot be resolved \(.*not yet/,
    ),
    expect.stringMatching(/^error first\/Shop\/Lb: alb-/),
  ]);
});

describe('it says a thing once', () => {
  const failing = (stack: Stack): unknown => loadBalancer(stack, 'Lb');
  it.each<[string, (app: App, stack: Stack) => void]>([
    ['in two synths', (app) => app.synth({ force: true })],
    ['where two aspects are added', (app) => Aspects.of(app).add(new QuerySlaAspect({ config }))],
    [
      'where one is added to the app and to the stack',
      (app, stack) => Aspects.of(stack).add(...(Aspects.of(app).all.slice(0, 1) as [IAspect])),
    ],
    ['in a test that reads the template first', (_app, stack) => Template.fromStack(stack)],
  ])('%s', (_what, also) => {
    const { app, stack } = shop(failing);
    also(app, stack);
    app.synth({ force: true });
    expect(heads(stack)).toEqual([expect.stringMatching(/^error Shop\/Lb: alb-/)]);
  });
});

it('puts warnings and infos at their levels', () => {
  const { app, stack } = shop((it) => loadBalancer(it, 'Lb'), {
    config: { ...config, policies: { [alb]: 'warning' } },
  });
  app.synth();
  expect(heads(stack)).toEqual([expect.stringMatching(/^warning Shop\/Lb: alb-/)]);
});

it('summarises what is unknown on the stack, and what settles it', () => {
  const { app, stack } = shop((it) => {
    const lb = loadBalancer(it, 'Lb', 91);
    lb.addPropertyOverride('LoadBalancerAttributes.0.Value', { 'Fn::GetAtt': ['Db', 'Endpoint.Port'] });
  });
  app.synth();
  const [text, ...rest] = annotations(stack);
  expect(rest).toEqual([]);
  expect(text).toMatch(/^info Shop: holdfast: 1 verdict is unknown at synth\n {2}alb-idle-timeout-outlasts-query: /);
  expect(text).toMatch(/\n {4}settled by: ./);
});

describe('what cannot be judged is an error on the stack', () => {
  it.each<[string, object, RegExp]>([
    ['a hop that is not there', configuration(promise('Shop/Nowhere', 'Shop/Db')), /Shop\/Nowhere/],
    ['a broken configuration', { version: 1, workloads: [{ name: 'x', maxQueryDuration: 30 }] }, /unit/],
  ])('%s', (_what, broken, says) => {
    const { app, stack } = shop((it) => loadBalancer(it, 'Lb', 91), { config: broken });
    app.synth();
    const errors = annotations(stack);
    expect(errors.every((one) => one.startsWith('error Shop: holdfast could not judge this: '))).toBe(true);
    expect(errors.join('\n')).toMatch(says);
  });

  it('a configuration file that is not there', () => {
    const { app, stack } = shop((it) => loadBalancer(it, 'Lb', 91), { config: 'nowhere/holdfast.yaml' });
    app.synth();
    expect(heads(stack)).toEqual([expect.stringContaining('nowhere/holdfast.yaml')]);
  });

  it('an app without a database', () => {
    const app = new App();
    Aspects.of(app).add(new QuerySlaAspect({ config: configuration({ name: 'reports', maxQueryDuration: '30s' }) }));
    const stack = new Stack(app, 'Shop');
    loadBalancer(stack, 'Lb');
    app.synth();
    expect(heads(stack).join('\n')).toMatch(/error Shop: holdfast could not judge this: /);
  });
});

describe('Stages', () => {
  const both = configuration(
    promise('dev/Shop/Lb', 'dev/Shop/Db', 'dev'),
    promise('prod/Shop/Lb', 'prod/Shop/Db', 'prod'),
  );
  function stages(app: App): { dev: Stage; prod: Stage; stacks: readonly [Stack, Stack] } {
    const made = ['dev', 'prod'].map((id) => {
      const stage = new Stage(app, id);
      const stack = new Stack(stage, 'Shop');
      loadBalancer(stack, 'Lb');
      database(stack, 'Db');
      return { stage, stack };
    });
    return { dev: made[0]!.stage, prod: made[1]!.stage, stacks: [made[0]!.stack, made[1]!.stack] };
  }

  it('each tells what is about it, where the aspect is added to each', () => {
    const app = new App();
    const { dev, prod, stacks } = stages(app);
    const aspect = new QuerySlaAspect({ config: both });
    for (const scope of [app, dev, prod]) Aspects.of(scope).add(aspect);
    app.synth();
    expect(heads(stacks[0])).toEqual([expect.stringMatching(/^error dev\/Shop\/Lb: alb-.* `dev` may take 90 s$/)]);
    expect(heads(stacks[1])).toEqual([expect.stringMatching(/^error prod\/Shop\/Lb: alb-.* `prod` may take 90 s$/)]);
  });

  it('are told of in their own turn only: until then their aspects have not run', () => {
    const app = new App();
    const { dev, prod, stacks } = stages(app);
    const aspect = new QuerySlaAspect({ config: both });
    for (const scope of [dev, prod]) Aspects.of(scope).add(aspect);
    Aspects.of(prod).add(new SetIdle(91), { priority: AspectPriority.MUTATING });
    app.synth();
    expect(heads(...stacks)).toEqual([expect.stringMatching(/^error dev\/Shop\/Lb: alb-/)]);
  });

  it('that the aspect was not added to are named on the stack that it was added to', () => {
    const app = new App();
    const { dev } = stages(app);
    const pipeline = new Stack(app, 'Pipeline');
    const aspect = new QuerySlaAspect({ config: both });
    Aspects.of(app).add(aspect);
    Aspects.of(dev).add(aspect);
    app.synth();
    expect(heads(pipeline)).toEqual([
      expect.stringMatching(/^warning Pipeline: .* the Stage prod: .*QuerySlaValidation/),
    ]);
  });

  it('stop the synth where the aspect reaches nothing else', () => {
    const app = new App();
    stages(app);
    Aspects.of(app).add(new QuerySlaAspect({ config: both }));
    expect(() => app.synth()).toThrow(/the Stage dev: .*\n.*the Stage prod: /);
  });

  it("are nobody's business where it was added to one stack", () => {
    const app = new App();
    stages(app);
    const stack = new Stack(app, 'Shop');
    loadBalancer(stack, 'Lb', 91);
    database(stack, 'Db');
    Aspects.of(stack).add(new QuerySlaAspect({ config }));
    app.synth();
    expect(annotations(stack)).toEqual([]);
  });
});

it('tells nothing of an app that has no stack', () => {
  const app = new App();
  Aspects.of(app).add(new QuerySlaAspect({ config }));
  expect(() => app.synth()).not.toThrow();
});

it('visit never throws, whatever the configuration is', () => {
  const app = new App();
  for (const options of [{}, { config: 'nowhere.yaml' }, { config: { version: 7 } }, { policies: 'nowhere' }]) {
    expect(() => new QuerySlaAspect(options).visit(app)).not.toThrow();
  }
});

it('names a statement timeout that an L1 parameter group sets', () => {
  const { app, stack } = shop(
    (it) => {
      loadBalancer(it, 'Lb', 91);
      database(it, 'Other', '20000');
    },
    { config: configuration(promise('Shop/Lb', 'Shop/Other')) },
  );
  app.synth();
  expect(heads(stack)).toEqual([expect.stringMatching(new RegExp(`^error Shop/Other: ${statement}: `))]);
});
