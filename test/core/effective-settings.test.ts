import { effectiveSettings } from '../../lib/core/effective-settings';
import type { Kind, SettingSpec } from '../../lib/core/kind';
import { known, table, unknown } from '../../lib/core/setting';
import { fact } from './estate';

const kind: Kind = {
  name: 'gate',
  title: 'gate',
  settings: table<SettingSpec>([
    // Depends on `mode`, which stands after it.
    [
      'limit',
      {
        as: 'seconds',
        terraform: 'limit_seconds',
        default: (all) =>
          all.mode?.state === 'known' && all.mode.value === 'slow' ? { value: 600, cite: 'manual' } : null,
        cite: 'c',
      },
    ],
    [
      'mode',
      {
        as: 'text',
        terraform: 'mode',
        default: { value: 'slow', cite: 'manual', unverified: true },
        cite: 'c',
      },
    ],
    ['life', { as: 'seconds', fixed: () => ({ value: 60, cite: 'law' }), cite: 'c' }],
    ['bare', { as: 'number', cite: 'c' }],
  ]),
  links: table(),
  timers: [],
};

describe('effective settings', () => {
  it('applies defaults, those that depend on others last, and says where they come from', () => {
    const settings = effectiveSettings(fact('gate', 'g'), kind);
    expect(settings.limit).toEqual(
      known(600, { level: 'default', subject: 'g', attribute: 'limit_seconds', text: '600', cite: 'manual' }),
    );
    expect(settings.mode).toMatchObject({ value: 'slow', from: [{ unverified: true }] });
    expect(settings.bare).toBeUndefined();
  });

  it('keeps what the source says, unknown included, and takes no default where a condition rules it out', () => {
    const later = unknown('known after apply', 'apply');
    const settings = effectiveSettings(fact('gate', 'g', { settings: { limit: later, mode: 'fast' } }), kind);
    expect(settings.limit).toBe(later);
    expect(effectiveSettings(fact('gate', 'g', { settings: { mode: 'fast' } }), kind).limit).toBeUndefined();
  });

  it('lets a fixed value win over what is written', () => {
    expect(effectiveSettings(fact('gate', 'g', { settings: { life: 900 } }), kind).life).toMatchObject({
      value: 60,
      from: [{ cite: 'law' }],
    });
  });
});

describe('defaults of which one holds', () => {
  const either = {
    oneOf: [
      { value: 350, cite: 'new' },
      { value: 432000, cite: 'old' },
    ],
    why: 'depends on the type',
    settles: 'set it',
  };
  const machine = (defaults: NonNullable<SettingSpec['defaults']>): Kind => ({
    ...kind,
    settings: table<SettingSpec>([
      ['template', { as: 'text', terraform: 'template', cite: 'c' }],
      ['track', { as: 'seconds', terraform: 'track_seconds', defaults, cite: 'c' }],
    ]),
  });

  it('are one of several, and say why', () => {
    expect(effectiveSettings(fact('gate', 'g'), machine(either)).track).toMatchObject({
      state: 'one-of',
      candidates: [
        { value: 350, from: [{ level: 'default', cite: 'new', attribute: 'track_seconds' }] },
        { value: 432000, from: [{ level: 'default', cite: 'old' }] },
      ],
      why: 'depends on the type',
      settles: 'set it',
    });
  });

  it('give way to what is written', () => {
    expect(effectiveSettings(fact('gate', 'g', { settings: { track: 60 } }), machine(either)).track).toMatchObject({
      value: 60,
    });
  });

  it('may be ruled out by another setting', () => {
    const unlessTemplate = machine((all) => (all.template === undefined ? either : null));
    expect(effectiveSettings(fact('gate', 'g'), unlessTemplate).track?.state).toBe('one-of');
    expect(effectiveSettings(fact('gate', 'g', { settings: { template: 't' } }), unlessTemplate).track).toBeUndefined();
  });
});
