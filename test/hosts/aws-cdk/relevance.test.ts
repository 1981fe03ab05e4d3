import { kinds } from '../../../lib/kinds';
import { readConfiguration } from '../../../lib/read/configuration/read';
import { relevanceFor } from '../../../lib/hosts/aws-cdk/relevance';

function mayMatter(template: object, client: unknown): boolean {
  const path = [{ client }, { database: 'Db' }];
  const raw = { version: 1, workloads: [{ name: 'w', maxQueryDuration: '30s', path }] };
  const { workloads } = readConfiguration(raw as never, () => ({ document: 'test' }), kinds, { policies: [] });
  return relevanceFor(workloads, kinds)(JSON.stringify(template));
}

const queue = { Resources: { Queue7A: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } } };
const worker = { Resources: { ShopWorkerFn9F: { Type: 'AWS::Batch::JobDefinition', Properties: {} } } };

describe('whether a template may matter', () => {
  it.each<[string, object, unknown, boolean]>([
    ['nothing that anybody speaks of', queue, { name: 'api' }, false],
    ['a resource that a kind describes', { Resources: { A: { Type: 'AWS::RDS::DBInstance' } } }, { name: 'api' }, true],
    ['outputs, which may lead into another template', { ...queue, Outputs: {} }, { name: 'api' }, true],
    ['a nested stack', { Resources: { A: { Type: 'AWS::CloudFormation::Stack' } } }, { name: 'api' }, true],
    ['a macro, which may make anything', { Resources: { 'Fn::Transform': {} } }, { name: 'api' }, true],
    ['a client by its construct path', worker, 'Shop/Worker/Fn/Resource', true],
    ['a client by its logical id', worker, 'ShopWorkerFn9F', true],
    ['a client by its stack and logical id', worker, 'shop/ShopWorkerFn9F', true],
    ['another client', worker, 'Shop/Api', false],
    ['a client by a glob', queue, 'Shop/*/Fn', true],
    ['a client by a tag', queue, { tag: { team: 'shop' } }, true],
  ])('with %s', (_, template, client, expected) => {
    expect(mayMatter(template, client)).toBe(expected);
  });
});
