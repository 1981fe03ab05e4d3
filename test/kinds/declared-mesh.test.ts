import declaredMesh from '../../lib/kinds/declared-mesh';
import { effective, shown, timer } from './resource';

function computed(name: string, written: Parameters<typeof effective>[1]): ReturnType<typeof shown> {
  const { value } = timer(declaredMesh, name);
  const setting = 'compute' in value ? value.compute(effective(declaredMesh, written)) : null;
  return setting === null ? 'absent' : shown(setting);
}

describe('declared-mesh', () => {
  it.each<[string, Parameters<typeof effective>[1], unknown, unknown]>([
    ['the protocol decides', {}, { either: [300, 3600] }, { either: [15, null] }],
    ['as declared', { idle_timeout: 600, request_timeout: 60 }, 600, 60],
    ['0 is off', { idle_timeout: 0, request_timeout: 0 }, null, null],
  ])('%s', (_, written, idle, request) => {
    expect(computed('mesh.idle_timeout', written)).toEqual(idle);
    expect(computed('mesh.request_timeout', written)).toEqual(request);
  });

  it('has 15 s from nobody at AWS, so it never fails', () => {
    const { value } = timer(declaredMesh, 'mesh.request_timeout');
    const setting = 'compute' in value ? value.compute(effective(declaredMesh)) : null;
    expect(setting?.state === 'one-of' && setting.candidates.map(({ from }) => from[0]?.unverified)).toEqual([
      true,
      undefined,
    ]);
  });
});
