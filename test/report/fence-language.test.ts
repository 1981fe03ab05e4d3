import { kinds } from 'holdfast';
import type { Fix } from '../../lib/core/report';
import { fenceLanguage } from '../../lib/report/fence-language';
import { renderFix } from '../../lib/report/fix';

const fix = (type: string, resource: string, setting: string, more: Partial<Fix> = {}): Fix => ({
  type,
  resource,
  setting,
  value: 91,
  ...more,
});

describe('the language of a fix', () => {
  it.each<readonly [string, Fix, string | null]>([
    ['hcl', fix('aws_lb', 'aws_lb.public', 'idle_timeout'), null],
    ['hcl', fix('aws_lb', 'module.x["a"].aws_lb.public[0]', 'idle_timeout'), null],
    ['hcl', fix('aws_lb', 'data.aws_lb.public', 'idle_timeout'), 'shop/lb'],
    ['ts', fix('aws_lb', 'aws_lb.public', 'idle_timeout'), 'shop/lb'],
    ['yaml', fix('AWS::RDS::DBParameterGroup', 'Group', 'statement_timeout'), null],
    ['ts', fix('AWS::RDS::DBParameterGroup', 'Group', 'statement_timeout'), 'Shop/Group'],
    ['sql', fix('role', 'app', 'statement_timeout'), null],
    ['sql', fix('database', 'orders', 'statement_timeout'), null],
    [
      'sh',
      fix('rds:pg', 'orders-pg16', 'statement_timeout', { identity: { region: 'eu-west-1', identifier: 'orders' } }),
      null,
    ],
    ['text', fix('client', 'airflow', 'keepalive'), null],
    ['text', fix('AWS::RDS::DBInstance', 'Db', 'our word'), null],
  ])('%s: %j %j', (language, one, construct) => {
    expect(fenceLanguage(one, renderFix(one, kinds, construct), construct)).toBe(language);
  });
});
