import type { Fix } from '../../lib/core/report';
import { constructOf } from '../../lib/report/construct';
import { finding } from './sample';

const fix = (resource: string): Fix => ({ resource, type: 'aws_lb', setting: 'idle_timeout', value: 91 });
const at = (construct: string): { document: string; construct: string } => ({ document: 'shop', construct });
const step = (subject: string, construct: string) =>
  ({ level: 'own', subject, attribute: 'x', text: '1', location: at(construct) }) as const;

describe('the construct of a fix', () => {
  it.each([
    ['is where the value of the resource is written', finding({ provenance: [step('lb', 'shop/lb')] }), 'shop/lb'],
    [
      'is the place of what the finding is about, where nothing is written',
      finding({ resource: 'lb', locations: [at('shop/lb')] }),
      'shop/lb',
    ],
    [
      'is not the place of a value of something else',
      finding({
        resource: 'lb',
        provenance: [step('group', 'shop/group')],
        locations: [at('shop/group'), at('shop/lb')],
      }),
      'shop/lb',
    ],
    [
      'is not known where only a neighbour is seen: the resource itself is named',
      finding({
        resource: 'db',
        provenance: [step('group', 'shop/group')],
        locations: [at('shop/group'), at('shop/db')],
      }),
      'lb',
    ],
    ['is none outside a program', finding({ resource: 'lb', locations: [{ document: 'plan.json' }] }), null],
  ])('%s', (_, found, expected) => {
    expect(constructOf(fix('lb'), [finding(), found])).toBe(expected);
  });
});
