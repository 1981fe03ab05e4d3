import {
  App,
  Aspects,
  AspectPriority,
  CfnCondition,
  CfnParameter,
  Duration,
  Fn,
  type IAspect,
  NestedStack,
  Stack,
  Stage,
  Validations,
} from 'aws-cdk-lib';
import { type IVpc, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer, CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import {
  CfnDBParameterGroup,
  DatabaseInstance,
  DatabaseInstanceEngine,
  PostgresEngineVersion,
} from 'aws-cdk-lib/aws-rds';
import type { Construct, IConstruct } from 'constructs';
import type { Policy } from '../../../lib/core/policy';
import { QuerySlaValidation } from '../../../lib/hosts/aws-cdk/query-sla-validation';
import { configuration, database, inFolder, loadBalancer, outcomeOf, promise, synth, told } from './_shop';

const alb = 'alb-idle-timeout-outlasts-query';
const statement = 'statement-timeout-allows-query';
const config = configuration(promise('Shop/Lb', 'Shop/Db'));

/** One stack, `Shop`, with what the given function puts in beside the database. */
const shop =
  (build: (stack: Stack) => void, statementTimeout?: string) =>
  (scope: Construct): void => {
    const stack = new Stack(scope, 'Shop');
    build(stack);
    database(stack, 'Db', statementTimeout);
  };

describe('a load balancer', () => {
  it('at its default cuts the request: the synth fails, with arithmetic, fix and place', () => {
    const { error, violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb')),
      { config },
    );
    expect(error).toContain('`idle_timeout.timeout_seconds` of `Lb` is 60 s (default)');
    expect(error).toContain(`Acknowledge with 'holdfast::${alb}'`);
    expect(violations).toHaveLength(1);
    const [one] = violations;
    expect(one).toMatchObject({
      ruleName: alb,
      severity: 'error',
      ruleMetadata: { workload: 'checkout-api', cutAt: 'checkout-api at 60 s', expected: '> 90 s', actual: '60 s' },
      violatingConstructs: [
        {
          constructPath: 'Shop/Lb',
          cloudFormationResource: { logicalId: 'Lb', templatePath: 'Shop.template.json' },
        },
      ],
    });
    expect(one?.description).toBe(
      '`idle_timeout.timeout_seconds` of `Lb` is 60 s (default), so callers get HTTP 504 at 60 s and the query runs on ' +
        `while a request of \`checkout-api\` may take 90 s [ack: holdfast::${alb}]`,
    );
    expect(one?.suggestedFix).toBe(
      'Shop/Lb (CfnLoadBalancer, AWS::ElasticLoadBalancingV2::LoadBalancer)\n' +
        "loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: '91' }]",
    );
  });

  it('that outlasts the request passes, and there is nothing to tell', () => {
    const { error, violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb', 91)),
      { config },
    );
    expect(violations).toEqual([]);
    expect(error).toBeNull();
  });

  it('fails at equality, and a written value has its place', () => {
    const { violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb', 90)),
      { config },
    );
    expect(told(violations)).toEqual([[alb, ['Shop/Lb']]]);
    expect(violations[0]?.violatingConstructs[0]?.cloudFormationResource?.propertyPaths).toEqual([
      'Properties.LoadBalancerAttributes.0.Value',
    ]);
  });
});

it('what the configuration declares is named, though no template makes it', () => {
  const firewall = { firewall: { name: 'edge', idleTimeout: '5m' } };
  const path = [{ alb: 'Shop/Lb' }, { client: { name: 'api' } }, firewall, { database: 'Shop/Db' }];
  const { error, violations } = synth(
    shop((stack) => loadBalancer(stack, 'Lb', 91)),
    { config: configuration({ ...promise('Shop/Lb', 'Shop/Db'), maxIdle: '10m', path }) },
  );
  const [one] = violations.filter(({ description }) => description.startsWith('`idleTimeout` of `edge` is 5 min'));
  expect(error).toContain('`edge`');
  expect(one?.ruleMetadata).toMatchObject({
    workload: 'checkout-api',
    declared: expect.stringContaining('config') as string,
  });
  expect(one?.violatingConstructs).toEqual([{ constructPath: '' }]);
});

describe('the value that is deployed counts', () => {
  it.each<[string, (lb: CfnLoadBalancer) => void, boolean]>([
    ['an override that raises it', (lb) => lb.addPropertyOverride('LoadBalancerAttributes.0.Value', '400'), true],
    ['an override that lowers it', (lb) => lb.addPropertyOverride('LoadBalancerAttributes.0.Value', '30'), false],
    ['a deleted property', (lb) => lb.addPropertyDeletionOverride('LoadBalancerAttributes'), false],
  ])('%s', (_what, change, passes) => {
    const { error, violations } = synth(
      shop((stack) => change(loadBalancer(stack, 'Lb', 91))),
      { config },
    );
    expect(told(violations)).toEqual(passes ? [] : [[alb, ['Shop/Lb']]]);
    expect(error === null).toBe(passes);
  });

  it('what an aspect changed', () => {
    class Raise implements IAspect {
      visit(node: IConstruct): void {
        if (node instanceof CfnLoadBalancer) {
          node.loadBalancerAttributes = [{ key: 'idle_timeout.timeout_seconds', value: '300' }];
        }
      }
    }
    const { error } = synth(
      shop((stack) => {
        loadBalancer(stack, 'Lb');
        Aspects.of(stack).add(new Raise(), { priority: AspectPriority.MUTATING });
      }),
      { config },
    );
    expect(error).toBeNull();
  });

  it('a parameter counts at its default', () => {
    const { violations } = synth(
      shop((stack) => {
        loadBalancer(stack, 'Lb', new CfnParameter(stack, 'Idle', { type: 'Number', default: 45 }).valueAsString);
      }),
      { config },
    );
    expect(told(violations)).toEqual([[alb, ['Shop/Lb']]]);
    expect(violations[0]?.description).toContain('is 45 s');
  });

  it.each(['strong', 'both', 'weak'])('a cross-stack reference is followed, %s as AWS CDK calls it', (strength) => {
    const { violations } = synth(
      (app) => {
        const network = new Stack(app, 'Data');
        const group = new CfnDBParameterGroup(network, 'Group', {
          family: 'postgres16',
          description: 'of the orders',
          parameters: { statement_timeout: '20000' },
        });
        const stack = new Stack(app, 'Shop');
        loadBalancer(stack, 'Lb', 91);
        database(stack, 'Db', undefined, { dbParameterGroupName: group.ref });
      },
      { config },
      { context: { '@aws-cdk/core:defaultCrossStackReferences': strength } },
    );
    expect(told(violations)).toEqual([[statement, ['Shop/Db']]]);
    expect(violations[0]?.description).toContain('is 20 s (set by parameter group `Group`)');
    expect(violations[0]?.suggestedFix).toContain('Data/Group (CfnDBParameterGroup');
  });
});

describe('what is not known', () => {
  const conditional = (ifBig: string, ifNot: string) => (stack: Stack) => {
    const size = new CfnParameter(stack, 'Size', { default: 'big' });
    const isBig = new CfnCondition(stack, 'IsBig', { expression: Fn.conditionEquals(size.valueAsString, 'big') });
    loadBalancer(stack, 'Lb', Fn.conditionIf(isBig.logicalId, ifBig, ifNot).toString());
  };

  it('fails where both branches of a condition fail', () => {
    const { violations } = synth(shop(conditional('30', '60')), { config });
    expect(told(violations)).toEqual([[alb, ['Shop/Lb']]]);
    expect(violations[0]?.severity).toBe('error');
  });

  it('passes where both branches pass', () => {
    expect(synth(shop(conditional('300', '600')), { config })).toMatchObject({ error: null, violations: [] });
  });

  it.each<[string, (stack: Stack) => void]>([
    ['only one branch passes', conditional('300', '30')],
    [
      'a parameter has no default',
      (stack) => loadBalancer(stack, 'Lb', new CfnParameter(stack, 'Idle', { type: 'Number' }).valueAsString),
    ],
  ])('is told and does not fail the synth: %s', (_what, build) => {
    const { error, violations } = synth(shop(build), { config });
    expect(error).toBeNull();
    expect(told(violations)).toEqual([[alb, ['Shop/Lb']]]);
    expect(violations[0]).toMatchObject({ severity: 'info' });
    expect(violations[0]?.description).toMatch(/^unknown: `idle_timeout.timeout_seconds` of `Lb` /);
    expect(violations[0]?.suggestedFix).toMatch(/^settle it: ./);
  });

  it('is one violation for each policy, with every resource', () => {
    const { violations } = synth(
      shop((stack) => {
        const idle = new CfnParameter(stack, 'Idle', { type: 'Number' }).valueAsString;
        loadBalancer(stack, 'Lb', idle);
        loadBalancer(stack, 'Other', idle);
      }),
      { config: configuration(promise('Shop/Lb', 'Shop/Db'), promise('Shop/Other', 'Shop/Db', 'reports')) },
    );
    expect(told(violations)).toEqual([[alb, ['Shop/Lb', 'Shop/Other']]]);
  });
});

describe('the whole app is judged', () => {
  it('nested stacks, though AWS CDK does not name their templates', () => {
    const { violations } = synth(
      (app) => {
        const stack = new Stack(app, 'Shop');
        loadBalancer(new NestedStack(stack, 'Edge'), 'Lb');
        const data = new NestedStack(stack, 'Data');
        database(new NestedStack(data, 'Inner'), 'Db', '20000');
      },
      { config: configuration(promise('Shop/Edge/Lb', 'Shop/Data/Inner/Db')) },
    );
    expect(told(violations)).toEqual([
      [alb, ['Shop/Edge/Lb']],
      [statement, ['Shop/Data/Inner/Db']],
    ]);
    expect(violations[0]?.violatingConstructs[0]?.cloudFormationResource).toMatchObject({
      logicalId: 'Lb',
      templatePath: expect.stringMatching(/^ShopEdge\w+\.nested\.template\.json$/) as string,
    });
  });

  it('values that a stack hands to the one nested in it', () => {
    const { violations } = synth(
      (app) => {
        const stack = new Stack(app, 'Shop');
        const { ref } = new CfnDBParameterGroup(stack, 'Group', {
          family: 'postgres16',
          description: 'of the orders',
          parameters: { statement_timeout: '20000' },
        });
        loadBalancer(stack, 'Lb', 91);
        database(new NestedStack(stack, 'Data'), 'Db', undefined, { dbParameterGroupName: ref });
      },
      { config: configuration(promise('Shop/Lb', 'Shop/Data/Db')) },
    );
    expect(told(violations)).toEqual([[statement, ['Shop/Data/Db']]]);
  });

  it('Stages, each resource by its own construct, though logical ids are the same in both', () => {
    const { violations } = synth(
      (app) => {
        for (const id of ['dev', 'prod']) shop((stack) => loadBalancer(stack, 'Lb'))(new Stage(app, id));
      },
      {
        config: configuration(
          promise('dev/Shop/Lb', 'dev/Shop/Db', 'dev'),
          promise('prod/Shop/Lb', 'prod/Shop/Db', 'prod'),
        ),
      },
    );
    expect(told(violations)).toEqual([
      [alb, ['dev/Shop/Lb']],
      [alb, ['prod/Shop/Lb']],
    ]);
  });

  it('once, though the plugin is on the App and on the Stage', () => {
    inFolder((outdir) => {
      const app = new App({ outdir });
      const stage = new Stage(app, 'prod');
      const plugin = new QuerySlaValidation({ config: configuration(promise('prod/Shop/Lb', 'prod/Shop/Db')) });
      Validations.of(app).addPlugins(plugin);
      Validations.of(stage).addPlugins(plugin);
      shop((stack) => loadBalancer(stack, 'Lb'))(stage);
      const { violations, suppressed } = outcomeOf(app, outdir);
      expect(told([...violations, ...suppressed])).toEqual([[alb, ['prod/Shop/Lb']]]);
    });
  });

  it('constructs of level 2, by the paths that users know, acknowledged there too', () => {
    const level2 =
      (acknowledge: boolean) =>
      (app: App): void => {
        const stack = new Stack(app, 'Shop');
        // Declared without exactOptionalPropertyTypes in mind.
        const vpc = new Vpc(stack, 'Network', { maxAzs: 2, natGateways: 0 }) as unknown as IVpc;
        const lb = new ApplicationLoadBalancer(stack, 'Lb', { vpc, idleTimeout: Duration.seconds(60) });
        new DatabaseInstance(stack, 'Db', {
          vpc,
          vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
          engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.of('16.4', '16') }),
          parameters: { statement_timeout: '45000' },
        });
        if (acknowledge) Validations.of(lb).acknowledge({ id: `holdfast::${alb}`, reason: 'replaced in May' });
      };
    expect(told(synth(level2(false), { config }).violations)).toEqual([[alb, ['Shop/Lb/Resource']]]);
    const acknowledged = synth(level2(true), { config });
    expect(acknowledged.error).toBeNull();
    expect(told(acknowledged.suppressed)).toEqual([[alb, ['Shop/Lb/Resource']]]);
  });
});

describe('what cannot be judged fails the synth', () => {
  const cases: [string, object, RegExp][] = [
    ['a load balancer that is not there', configuration(promise('Shop/Nowhere', 'Shop/Db')), /Shop\/Nowhere/],
    ['a database that is not there', configuration(promise('Shop/Lb', 'Shop/Nowhere')), /Shop\/Nowhere/],
    ['a broken configuration', { version: 1, workloads: [{ name: 'x', maxQueryDuration: 30 }] }, /unit/],
    ['an unknown key', { version: 1, worklaods: [] }, /worklaods/],
  ];
  it.each(cases)('%s', (_what, broken, says) => {
    const { error, violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb', 91)),
      { config: broken },
    );
    expect(error).not.toBeNull();
    expect(violations.map(({ ruleName, severity }) => [ruleName, severity])).toContainEqual([
      'holdfast-could-not-judge',
      'error',
    ]);
    expect(violations.map(({ description }) => description).join('\n')).toMatch(says);
  });

  it('an app without a database', () => {
    const { error, violations } = synth((app) => loadBalancer(new Stack(app, 'Shop'), 'Lb'), {
      config: configuration({ name: 'reports', maxQueryDuration: '30s' }),
    });
    expect(error).not.toBeNull();
    expect(violations.map(({ ruleName }) => ruleName)).toContain('holdfast-could-not-judge');
  });

  it('names a configuration file that is not there', () => {
    const { violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb', 91)),
      { config: 'nowhere/holdfast.yaml' },
    );
    expect(violations).toHaveLength(1);
    expect(violations[0]?.description).toContain('nowhere/holdfast.yaml');
  });

  it('says what failed beside it', () => {
    const { violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb')),
      { config: configuration(promise('Shop/Lb', 'Shop/Db'), promise('Shop/Nowhere', 'Shop/Db', 'reports')) },
    );
    expect(violations.map(({ ruleName }) => ruleName)).toEqual([alb, 'holdfast-could-not-judge']);
  });

  it('a policy that throws is said, not thrown', () => {
    const faulty: Policy = {
      id: 'faulty',
      title: 'Throws',
      severity: 'error',
      why: 'to see',
      fix: 'none',
      refs: [],
      per: 'estate',
      check: () => {
        throw new TypeError('oops');
      },
    };
    const { violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb', 91)),
      { config, policies: [faulty] },
    );
    expect(violations.map(({ description }) => description)).toEqual([expect.stringContaining('oops')]);
  });
});

describe('the user decides', () => {
  it('by the level of a policy: a warning is told and passes', () => {
    const { error, violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb')),
      { config: { ...config, policies: { [alb]: 'warning' } } },
    );
    expect(error).toBeNull();
    expect(violations.map(({ ruleName, severity }) => [ruleName, severity])).toEqual([[alb, 'warning']]);
  });

  it('by a waiver in the configuration', () => {
    const waiver = { policy: alb, resource: 'Lb', reason: 'retired', owner: 'payments', until: '2999-01-31' };
    const { error, violations } = synth(
      shop((stack) => loadBalancer(stack, 'Lb')),
      { config: { ...config, waivers: [waiver] } },
    );
    expect(error).toBeNull();
    expect(violations).toEqual([]);
  });

  it('by `partial`: a hop that is elsewhere is unknown', () => {
    const { error } = synth(
      shop((stack) => loadBalancer(stack, 'Lb', 91)),
      {
        config: configuration(promise('Shop/Lb', 'Shop/Db'), promise('Shop/Nowhere', 'Shop/Db', 'reports')),
        partial: true,
      },
    );
    expect(error).toBeNull();
  });
});

describe('acknowledgements', () => {
  const two = configuration(promise('Shop/Lb', 'Shop/Db'), promise('Shop/Other', 'Shop/Db', 'reports'));
  const reason = 'replaced in May';
  const acknowledging = (...ids: string[]) =>
    shop((stack) => {
      for (const id of ids) Validations.of(loadBalancer(stack, 'Lb')).acknowledge({ id, reason });
    });

  it('with the id that the message names, on the construct: passes, and is listed as suppressed', () => {
    const { error, violations, suppressed } = synth(acknowledging(`holdfast::${alb}`), { config });
    expect(error).toBeNull();
    expect(violations).toEqual([]);
    expect(told(suppressed)).toEqual([[alb, ['Shop/Lb']]]);
    expect(suppressed[0]?.reason).toBe(reason);
  });

  it('of one of two constructs leaves the other', () => {
    const { error, violations, suppressed } = synth(
      shop((stack) => {
        Validations.of(loadBalancer(stack, 'Lb')).acknowledge({ id: `holdfast::${alb}`, reason });
        loadBalancer(stack, 'Other');
      }),
      { config: two },
    );
    expect(error).not.toBeNull();
    expect(told(violations)).toEqual([[alb, ['Shop/Other']]]);
    expect(told(suppressed)).toEqual([[alb, ['Shop/Lb']]]);
  });

  it('without the prefix match nothing: AWS CDK takes them for annotations', () => {
    const { error, violations } = synth(acknowledging(alb), { config });
    expect(error).not.toBeNull();
    expect(told(violations)).toEqual([[alb, ['Shop/Lb']]]);
  });

  it('of a construct do not take away what could not be judged', () => {
    const { error, violations } = synth(acknowledging(`holdfast::${alb}`), {
      config: configuration(promise('Shop/Lb', 'Shop/Db'), promise('Shop/Nowhere', 'Shop/Db', 'reports')),
    });
    expect(error).not.toBeNull();
    expect(violations.map(({ ruleName }) => ruleName)).toEqual(['holdfast-could-not-judge']);
  });
});
