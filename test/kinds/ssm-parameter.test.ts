import { kinds } from '../../lib/kinds';
import ssmParameter from '../../lib/kinds/ssm-parameter';
import { fact, plan, read, row } from '../read/small-plan';
import { isOfKind } from './resource';
import { factsIn, settingsOf } from './template';

const password = 'hunter2hunter2';
const value = `postgresql://app:${password}@db/shop?keepalives=0`;

describe('ssm-parameter', () => {
  it.each([
    ['String', true],
    ['SecureString', false],
    ['StringList', false],
    [undefined, null],
  ])('of type %s is read: %s', (type, is) => {
    expect(isOfKind(ssmParameter, { type })).toBe(is);
  });

  it('holds the connection string that a plan shows, sensitive as the provider marks it', () => {
    const after = { name: '/shop/url', type: 'String', value };
    const rows = [row('aws_ssm_parameter.url', { after, sensitive: { value: true } })];
    const found = fact(read(plan(rows), kinds), 'aws_ssm_parameter.url');
    expect(found.names).toContain('/shop/url');
    expect(settingsOf(found).connections).toMatchObject([
      { form: 'url', parameters: [{ name: 'keepalives', text: '0' }] },
    ]);
    expect(JSON.stringify(found)).not.toContain(password);
  });

  it('says nothing of a SecureString', () => {
    const after = { name: '/shop/url', type: 'SecureString', value };
    const found = fact(read(plan([row('aws_ssm_parameter.url', { after })]), kinds), 'aws_ssm_parameter.url');
    expect([found.kind, found.settings]).toEqual(['other', {}]);
  });

  it('holds that of a template', () => {
    const facts = factsIn({ Url: ['AWS::SSM::Parameter', { Name: '/shop/url', Type: 'String', Value: value }] });
    expect(settingsOf(facts.get('ssm-parameter Url')).connections).toMatchObject([{ form: 'url' }]);
  });
});
