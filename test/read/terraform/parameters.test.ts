import type { Setting } from '../../../lib/core/setting';
import type { row } from '../small-plan';
import { block, setting } from '../small-plan';

describe('a parameter group', () => {
  const parameters = (change: Parameters<typeof row>[1], root: object = {}): Setting | undefined =>
    setting('parameters', 'aws_db_parameter_group.g', change, root);

  it('keeps what is known beside a value that is not', () => {
    const one = parameters({
      after: {
        parameter: [
          { apply_method: 'immediate', name: 'statement_timeout' },
          { apply_method: 'pending-reboot', name: 'tcp_keepalives_idle', value: '60' },
        ],
      },
      unknown: { parameter: [{ value: true }, {}] },
    });
    expect(one).toMatchObject({
      state: 'known',
      value: [
        { name: 'statement_timeout', value: null, state: 'unknown', applyMethod: 'immediate' },
        { name: 'tcp_keepalives_idle', value: '60', state: 'known', applyMethod: 'pending-reboot' },
      ],
    });
  });

  it('has no name where the name is not known', () => {
    expect(
      parameters({ after: { parameter: [{ value: '1' }] }, unknown: { parameter: [{ name: true }] } }),
    ).toMatchObject({
      value: [{ name: null, value: '1', state: 'known' }],
    });
  });

  it('has a row for an element that is not known at all', () => {
    expect(parameters({ after: { parameter: [null] }, unknown: { parameter: [true] } })).toMatchObject({
      value: [{ name: null, value: null, state: 'unknown', applyMethod: null }],
    });
  });

  it('reads no value of a set that is marked sensitive, and no name that is none', () => {
    const one = parameters({
      after: {
        parameter: [
          { name: 'statement_timeout', value: '45123', apply_method: 'immediate' },
          { name: 'Hunter2 secret', value: 'x9', apply_method: 'zz9' },
        ],
      },
      sensitive: { parameter: true },
    });
    expect(one).toMatchObject({
      value: [
        { name: 'statement_timeout', value: null, state: 'sensitive', applyMethod: 'immediate' },
        { name: null, value: null, state: 'sensitive', applyMethod: null },
      ],
    });
    expect(JSON.stringify(one)).not.toMatch(/45123|hunter2|x9|zz9/i);
  });

  it('keeps both of two rows of one name', () => {
    const one = parameters({
      after: {
        parameter: [
          { name: 'a', value: '1' },
          { name: 'A', value: '2' },
        ],
      },
    });
    expect(one).toMatchObject({
      value: [
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ],
    });
  });

  it('is unknown where the whole set is: no expression means dynamic blocks', () => {
    expect(
      parameters({ unknown: { parameter: true } }, { resources: [block('aws_db_parameter_group.g', {})] }),
    ).toMatchObject({
      state: 'unknown',
      why: expect.stringMatching(/`dynamic`/) as string,
    });
  });

  it('is known to be empty where no block is left', () => {
    expect(parameters({ after: { parameter: [] } })).toMatchObject({ state: 'known', value: [] });
  });
});
