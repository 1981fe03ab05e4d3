import type { Default } from '../core/kind';
import type { Setting, Table } from '../core/setting';

/** For a duration whose 0 means that it is off. */
export function zeroIsOff(name: string, cite: string): (settings: Table<Setting>) => Default | null {
  return (settings) => {
    const setting = settings[name];
    return setting?.state === 'known' && setting.value === 0 ? { value: null, cite } : null;
  };
}
