import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { App, type AppProps, type Stack, Validations } from 'aws-cdk-lib';
import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnDBInstance, CfnDBParameterGroup, type CfnDBInstanceProps } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { QuerySlaValidation } from '../../../lib/hosts/aws-cdk/query-sla-validation';
import type { HostOptions } from '../../../lib/hosts/judge';
import type { Json } from '../../../lib/core/setting';

// AWS CDK's own validation of templates takes 15 s to start (facts: cdk.md 3.1).
process.env.CDK_VALIDATION = 'false';

/** A load balancer; without `idle`, in seconds, the default of 60 s applies. */
export function loadBalancer(scope: Construct, id: string, idle?: number | string): CfnLoadBalancer {
  return new CfnLoadBalancer(scope, id, {
    type: 'application',
    subnets: ['subnet-a', 'subnet-b'],
    ...(idle !== undefined && {
      loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: String(idle) }],
    }),
  });
}

/** A database, with a parameter group where `statementTimeout`, in milliseconds, is given. */
export function database(
  scope: Construct,
  id: string,
  statementTimeout?: string,
  more: CfnDBInstanceProps = {},
): CfnDBInstance {
  const group =
    statementTimeout === undefined
      ? undefined
      : new CfnDBParameterGroup(scope, `${id}Group`, {
          family: 'postgres16',
          description: 'of the orders',
          parameters: { statement_timeout: statementTimeout },
        });
  return new CfnDBInstance(scope, id, {
    engine: 'postgres',
    engineVersion: '16.4',
    dbInstanceClass: 'db.t4g.medium',
    ...(group !== undefined && { dbParameterGroupName: group.ref }),
    ...more,
  });
}

/** Promises a query of 30 s and a request of 90 s on the path of the named load balancer and database. */
export function promise(alb: string, db: string, name = 'checkout-api'): { [key: string]: Json } {
  return {
    name,
    maxQueryDuration: '30s',
    request: { maxDuration: '90s' },
    path: [{ alb }, { client: { name: 'api' } }, { database: db }],
  };
}

export function configuration(...workloads: { [key: string]: Json }[]): { [key: string]: Json } {
  return { version: 1, workloads };
}

/** What AWS CDK wrote into `validation-report.json` of one violation, as far as the tests look at it. */
export type Told = {
  readonly ruleName: string;
  readonly description: string;
  readonly suggestedFix?: string;
  readonly severity: string;
  readonly ruleMetadata: { readonly [key: string]: string };
  readonly reason?: string;
  readonly violatingConstructs: readonly {
    readonly constructPath: string;
    readonly cloudFormationResource?: {
      readonly templatePath: string;
      readonly logicalId: string;
      readonly propertyPaths?: readonly string[];
    };
  }[];
};

/** What came of a synth. */
export type Synth = {
  /** What `app.synth()` threw; `null` where it passed. */
  readonly error: string | null;
  readonly violations: readonly Told[];
  readonly suppressed: readonly Told[];
};

/** Synthesises an app with the validation on it, into a folder of its own. */
export function synth(build: (app: App) => void, options: HostOptions, props: AppProps = {}): Synth {
  return inFolder((outdir) => {
    const app = new App({ outdir, ...props });
    Validations.of(app).addPlugins(new QuerySlaValidation(options));
    build(app);
    return outcomeOf(app, outdir);
  });
}

/** Runs with an empty folder that is gone afterwards. */
export function inFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'holdfast-aws-cdk-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Synthesises, and reads the report that AWS CDK wrote; none is written where there is nothing to say. */
export function outcomeOf(app: App, outdir: string): Synth {
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let error: string | null = null;
  try {
    app.synth();
  } catch (thrown) {
    error = (thrown as Error).message;
  } finally {
    printed.mockRestore();
  }
  const { pluginReports } = JSON.parse(readFileSync(path.join(outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: { pluginName: string; violations: Told[]; suppressedViolations?: Told[] }[];
  };
  const mine = pluginReports.filter(({ pluginName }) => pluginName === 'holdfast');
  return {
    error,
    violations: mine.flatMap(({ violations }) => violations),
    suppressed: mine.flatMap(({ suppressedViolations }) => suppressedViolations ?? []),
  };
}

/** Rule and construct paths of each violation. */
export function told(violations: readonly Told[]): readonly (readonly [string, readonly string[]])[] {
  return violations.map(({ ruleName, violatingConstructs }) => [
    ruleName,
    violatingConstructs.map(({ constructPath }) => constructPath),
  ]);
}

/** Every annotation of the stacks, as the manifest that the command line reads has it: `error Shop/Lb: text`. */
export function annotations(...stacks: Stack[]): readonly string[] {
  return stacks.flatMap((stack) =>
    stack.node.findAll().flatMap(({ node }) =>
      node.metadata.flatMap(({ type, data }) => {
        const level = /^aws:cdk:(error|warning|info)$/.exec(type)?.[1];
        return level === undefined ? [] : [`${level} ${node.path}: ${String(data)}`];
      }),
    ),
  );
}
