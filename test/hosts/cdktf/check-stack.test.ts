import { Node } from 'constructs';
import { checkStack, enableSourceLocations, InputError } from '../../../lib/cdktf';
import { schemaErrors } from '../../report/report-schema';
import { config, database, forks, options, outdir, resource, shop } from './_programs';

const failed = (report: ReturnType<typeof checkStack>): readonly string[] =>
  report.findings.filter(({ outcome }) => outcome === 'fail').map((one) => `${one.policy} ${one.resource}`);

describe.each(forks)('checkStack in %s', (_, fork) => {
  it.each(['stack', 'app'] as const)('judges the %s as it is now', (which) => {
    const program = shop(fork);
    const { lb } = program;
    expect(failed(checkStack(program[which], options))).toEqual(['alb-idle-timeout-outlasts-query aws_lb.public']);
    lb.attributes = { ...lb.attributes, idle_timeout: 120 };
    const report = checkStack(program[which], options);
    expect(failed(report)).toEqual([]);
    expect(report.workloads.map(({ name, verdict }) => [name, verdict])).toEqual([['checkout-api', 'holds']]);
  });

  it('has the siblings of a stack in view', () => {
    const app = new fork.App({ outdir: outdir() });
    const net = new fork.TerraformStack(app, 'net');
    resource(fork, net, 'public', 'aws_lb', { name: 'public', idle_timeout: 120 });
    const data = new fork.TerraformStack(app, 'data');
    database(fork, data);
    const report = checkStack(data, options);
    expect(report.workloads.map(({ verdict }) => verdict)).toEqual(['holds']);
    expect(report.coverage.documents.map(({ name }) => name)).toEqual(['net', 'data']);
  });

  it('gives a report that keeps to the published schema, with the path of each construct', () => {
    const report = checkStack(shop(fork).stack, options);
    expect(schemaErrors(JSON.stringify(report))).toEqual([]);
    expect(report.findings.flatMap(({ locations }) => locations.map(({ construct }) => construct))).toContain(
      'shop/public',
    );
  });

  it('names the file and line that made a resource, on request', () => {
    const { addMetadata } = Node.prototype;
    enableSourceLocations(Node);
    try {
      const report = checkStack(shop(fork).stack, options);
      const [failure] = report.findings.filter(({ outcome }) => outcome === 'fail');
      expect(failure?.locations[0]).toMatchObject({
        construct: 'shop/public',
        file: expect.stringMatching(/_programs\.ts$/),
        line: expect.any(Number),
      });
    } finally {
      Node.prototype.addMetadata = addMetadata;
    }
  });

  it.each<[string, () => unknown, string]>([
    ['an app without a stack', () => checkStack(new fork.App({ outdir: outdir() }), options), 'there is no stack'],
    ['a broken configuration', () => checkStack(shop(fork).stack, { config: { version: 1 } }), 'has no `workloads`'],
    ['no configuration at all', () => checkStack(shop(fork).stack), 'no `config` was given'],
    ['a file that is not there', () => checkStack(shop(fork).stack, { config: 'none.yaml' }), 'does not exist'],
  ])('throws for %s', (_name, run, message) => {
    expect(run).toThrow(InputError);
    expect(run).toThrow(message);
  });

  it('takes policies of the program', () => {
    const policy = {
      id: 'own-policy',
      title: 'own',
      severity: 'error' as const,
      per: 'hop' as const,
      kinds: ['alb'],
      why: 'w',
      fix: 'f',
      refs: [],
      check: () => ({ outcome: 'unknown' as const, message: 'seen', settles: 's' }),
    };
    const report = checkStack(shop(fork).stack, { config, policies: [policy] });
    expect(report.findings.filter(({ policy: id }) => id === 'own-policy').map(({ message }) => message)).toEqual([
      'seen',
    ]);
  });
});
