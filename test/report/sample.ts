import { paint } from '../../lib/shell/colour';
import type { FormatContext } from '../../lib/core/format';
import type { Finding, Report, TimelineRow, WorkloadReport } from '../../lib/core/report';

/** A timeline row that outlives its demand; cases change what they are about. */
export function row(change: Partial<TimelineRow> = {}): TimelineRow {
  return {
    timer: 'alb.idle_timeout',
    class: 'data-idle',
    resource: 'aws_lb.public',
    attribute: 'idle_timeout',
    path: 'aws_lb.public → api → aws_db_instance.orders',
    role: null,
    leg: 0,
    layer: 'request',
    phase: 'query',
    effect: 'outlives',
    at: { from: 120, to: 120 },
    demand: 90,
    because: 'it is longer',
    caller: { sees: 'HTTP 504 from the load balancer', at: 120 },
    server: { sees: 'nothing: its own connection lives on', at: 'never' },
    queryGoesOn: true,
    decides: true,
    ...change,
  };
}

/** A workload that holds. */
export function workload(change: Partial<WorkloadReport> = {}): WorkloadReport {
  return {
    name: 'checkout-api',
    verdict: 'holds',
    cutAt: null,
    cutBy: null,
    phase: null,
    maxQueryDuration: 30,
    paths: ['aws_lb.public → api → aws_db_instance.orders'],
    timeline: [row()],
    ...change,
  };
}

/** A finding that passed. */
export function finding(change: Partial<Finding> = {}): Finding {
  return {
    policy: 'alb-idle-timeout-outlasts-query',
    severity: 'error',
    outcome: 'pass',
    workload: 'checkout-api',
    role: null,
    resource: 'aws_lb.public',
    message: '`idle_timeout` of `aws_lb.public` is 120 s',
    expected: null,
    actual: null,
    unit: null,
    fix: null,
    settles: null,
    provenance: [],
    locations: [],
    waiver: null,
    ...change,
  };
}

/** A finding that failed, with everything that a failure may carry. */
export function failure(change: Partial<Finding> = {}): Finding {
  return finding({
    outcome: 'fail',
    message:
      '`idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `checkout-api` may take 90 s',
    expected: '> 90 s',
    actual: 60,
    unit: 's',
    fix: { resource: 'aws_lb.public', type: 'aws_lb', setting: 'idle_timeout', value: 91 },
    provenance: [
      { level: 'default', subject: 'aws_lb.public', attribute: 'idle_timeout', text: '60', cite: 'AWS ELB guide' },
    ],
    locations: [{ document: 'plan.json', pointer: '/resource_changes/3' }],
    ...change,
  });
}

/** A report over workloads and findings; its summary counts them. */
export function report(change: Partial<Report> = {}): Report {
  const findings = change.findings ?? [finding()];
  const count = (outcome: Finding['outcome']): number => findings.filter((one) => one.outcome === outcome).length;
  return {
    version: 1,
    tool: { name: 'holdfast', version: '1.2.3' },
    summary: { passed: count('pass'), failed: count('fail'), unknown: count('unknown'), waived: count('waived') },
    workloads: [workload()],
    coverage: { documents: [], judged: ['aws_lb.public'], onNoPath: [], notDeclared: [], notes: [] },
    ...change,
    findings,
  };
}

export const plain: FormatContext = {
  policies: [],
  width: 100,
  paint: paint(false),
  verbosity: 'normal',
  commentTag: null,
};

/** An estate with every kind of outcome: one workload is cut, one holds, one is unknown. */
export function mixed(): Report {
  const path = 'aws_lb.public → aws_ecs_service.api → aws_db_instance.orders';
  const warehouse = 'airflow → module.warehouse.aws_lb.pg[0] → aws_db_instance.warehouse';
  const orderly = { sees: 'the connection is closed', at: 1800 } as const;
  const timeout = row({
    timer: 'database.statement_timeout',
    class: 'server-limit',
    resource: 'aws_db_instance.orders',
    attribute: 'statement_timeout',
    path,
    role: 'app_user',
    leg: 1,
    layer: 'connection',
    effect: 'cuts',
    at: { from: 20, to: 20 },
    demand: 30,
    because: 'it fires first',
    caller: { sees: 'ERROR 57014 canceling statement due to statement timeout', at: 20 },
    server: { sees: 'it cancels the statement; the connection lives on', at: 20 },
    queryGoesOn: false,
  });
  const alb = row({
    path,
    effect: 'cuts',
    at: { from: 60, to: 60 },
    because: 'it fires first',
    caller: { sees: 'HTTP 504 from the load balancer', at: 60 },
  });
  const listener = row({
    timer: 'listener.tcp_idle_timeout',
    class: 'packet-idle',
    resource: 'module.warehouse.aws_lb_listener.pg[0]',
    attribute: 'tcp_idle_timeout_seconds',
    path: warehouse,
    layer: 'connection',
    effect: 'may-cut',
    at: { from: 350, to: null },
    demand: 14400,
    because: 'the keepalive of airflow is not known',
    caller: { sees: 'nothing, unless its keepalive finds out', at: 'unknown' },
    server: { sees: 'nothing until it sends the result, which is answered with RST', at: 14400 },
  });
  const off = { ...timeout, path: warehouse, resource: 'aws_db_instance.warehouse', effect: 'outlives' as const };
  return report({
    workloads: [
      workload({
        verdict: 'cut',
        cutAt: 20,
        cutBy: 'aws_db_instance.orders',
        phase: 'query',
        paths: [path],
        timeline: [
          timeout,
          { ...timeout, role: 'batch' },
          alb,
          row({
            timer: 'database.idle_session_timeout',
            class: 'between-queries',
            resource: 'aws_db_instance.orders',
            attribute: 'idle_session_timeout',
            path,
            role: 'app_user',
            leg: 1,
            layer: 'connection',
            phase: 'pause',
            at: null,
            demand: 600,
            because: 'it is off',
            caller: orderly,
            server: orderly,
            queryGoesOn: false,
            decides: false,
          }),
        ],
      }),
      workload({
        name: 'nightly-etl',
        verdict: 'unknown',
        maxQueryDuration: 14400,
        paths: [warehouse],
        timeline: [listener, { ...off, role: 'etl', at: null, demand: 14400 }],
      }),
      workload({ name: 'reports', timeline: [row({ effect: 'kept-alive', at: { from: 350, to: 350 } })] }),
    ],
    findings: [
      failure(),
      failure({
        workload: 'reports',
        message:
          '`idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s while a request of `reports` may take 5 min',
        expected: '> 5 min',
        fix: { resource: 'aws_lb.public', type: 'aws_lb', setting: 'idle_timeout', value: 301 },
      }),
      failure({
        policy: 'statement-timeout-outlasts-query',
        resource: 'aws_db_instance.orders',
        role: 'app_user',
        message: '`statement_timeout` of `app_user` is 20 s, so its queries end with ERROR 57014 at 20 s of 30 s',
        expected: '> 30 s',
        actual: 20,
        fix: {
          resource: 'app_user',
          type: 'role',
          setting: 'statement_timeout',
          value: '31s',
          note: 'New sessions get it.',
        },
        provenance: [
          {
            level: 'default',
            subject: 'PostgreSQL 16',
            attribute: 'statement_timeout',
            text: '0',
            cite: 'manual 20.11',
          },
          {
            level: 'database',
            subject: 'orders',
            attribute: 'statement_timeout',
            text: null,
            assumed: 'run `holdfast collect`',
          },
          {
            level: 'role',
            subject: 'app_user',
            attribute: 'statement_timeout',
            text: '20000',
            location: { document: 'plan.json', file: 'roles.tf', line: 12, column: 3 },
          },
        ],
        locations: [{ document: 'plan.json', file: 'roles.tf', line: 12, column: 3 }],
      }),
      finding({
        policy: 'listener-idle-timeout-outlasts-silence',
        outcome: 'unknown',
        workload: 'nightly-etl',
        resource: 'module.warehouse.aws_lb_listener.pg[0]',
        message: 'whether the flow outlives 350 s is not known: the keepalive of airflow is not declared',
        settles: 'declare `keepalive` of the client airflow',
      }),
      finding(),
      finding({
        policy: 'nlb-drain-outlasts-query',
        severity: 'warning',
        outcome: 'waived',
        workload: 'nightly-etl',
        resource: 'aws_lb_target_group.pg',
        message: 'drains for 300 s',
        waiver: {
          policy: 'nlb-drain-outlasts-query',
          resource: 'aws_lb_target_group.pg',
          workload: null,
          role: null,
          reason: 'retired with the 2027 migration',
          owner: 'payments',
          until: '2027-01-31',
        },
      }),
    ],
    coverage: {
      documents: [{ name: 'plan.json', source: 'plan', resources: 12 }],
      judged: ['aws_lb.public', 'aws_db_instance.orders'],
      onNoPath: ['aws_db_instance.legacy'],
      notDeclared: [{ workload: 'reports', what: 'maxIdle', why: 'pauses between queries are not judged' }],
      notes: [{ what: 'autoscaled readers of aurora', why: 'no document shows them', level: 'unread' }],
    },
  });
}
