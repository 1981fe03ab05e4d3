import { kinds } from '../../lib/kinds';
import lambda from '../../lib/kinds/function';
import { fact, plan, read, row } from '../read/small-plan';
import { fires, follows, timer } from './resource';
import { factsIn, factsInAccount, settingsOf } from './template';

const password = 'hunter2hunter2';
const url = `postgresql://app:${password}@db/shop?keepalives_idle=60`;
const kept = [{ name: 'DATABASE_URL', form: 'url', parameters: [{ name: 'keepalives_idle', text: '60' }] }];

describe('the environment of a function', () => {
  it('shows in a plan how it connects, and no secret', () => {
    const after = { function_name: 'api', runtime: 'nodejs22.x', environment: [{ variables: { DATABASE_URL: url } }] };
    const found = fact(read(plan([row('aws_lambda_function.api', { after })]), kinds), 'aws_lambda_function.api');
    expect(settingsOf(found)).toMatchObject({ connections: kept, runtime: 'nodejs22.x' });
    expect(JSON.stringify(found)).not.toContain(password);
  });

  it('shows it in a template', () => {
    const properties = { Runtime: 'nodejs22.x', Environment: { Variables: { DATABASE_URL: url } } };
    const found = factsIn({ Api: ['AWS::Lambda::Function', properties] }).get('function Api');
    expect(settingsOf(found)).toMatchObject({ connections: kept, runtime: 'nodejs22.x' });
    expect(JSON.stringify(found)).not.toContain(password);
  });
});

describe('the timeout of a function', () => {
  it('ends it after 3 s unless it says otherwise', () => {
    expect(fires(lambda, 'function.timeout')).toBe(3);
    expect(fires(lambda, 'function.timeout', { timeout: 900 })).toBe(900);
    expect(timer(lambda, 'function.timeout')).toMatchObject({ class: 'request-cap', phases: ['query'] });
    expect(follows(lambda, 'function.timeout')).toBe('client-ended');
  });

  it('may be longer than the documentation says, as the API model does', () => {
    expect(lambda.settings.timeout?.range).toMatchObject({ min: 1, max: 5400 });
    expect(lambda.settings.timeout?.range?.cite).toContain('900 seconds');
  });

  it('is in plans, templates and accounts', () => {
    const after = { function_name: 'api', timeout: 20 };
    const planned = fact(read(plan([row('aws_lambda_function.api', { after })]), kinds), 'aws_lambda_function.api');
    expect(settingsOf(planned).timeout).toBe(20);
    const made = factsIn({ Api: ['AWS::Lambda::Function', { Timeout: 20 }] }).get('function Api');
    expect(settingsOf(made).timeout).toBe(20);
    const live = factsInAccount({ api: ['lambda:function', { FunctionName: 'api', Timeout: 20 }] }).get('function api');
    expect(settingsOf(live).timeout).toBe(20);
  });

  it('stands above a client, or is one itself', () => {
    expect(lambda.hop).toMatchObject({ key: 'function', side: 'request', does: 'terminates' });
    expect(lambda.client).toBeDefined();
  });
});
