import { groupParameter } from '../../core/interpret';
import type { GroupParameter } from '../../core/parameter';
import { own } from '../json';
import { elementsOf, type Slot } from './attributes';

/** What RDS accepts as the name of a parameter, and nothing longer: a name from a sensitive set is shown only as one of these. */
const parameterName = /^[a-z][a-z0-9_.]{0,62}$/;

/**
 * The rows of a parameter group, in the order shown: a set may hold one name twice, in different case, and whoever judges it
 * reports the conflict. One sensitive value marks the whole set, and then no value is read.
 */
export function parameterRows(set: Slot): readonly GroupParameter[] {
  return elementsOf(set).map((element) => {
    const { value, unknown, sensitive } = element;
    const row = groupParameter(own(value, 'name'), own(value, 'value'), own(value, 'apply_method'));
    const marked = (key: string): boolean => sensitive === true || own(sensitive, key) === true;
    const open = (key: string): boolean => unknown === true || own(unknown, key) === true;
    const name = open('name') || (marked('name') && !parameterName.test(row.name ?? '')) ? null : row.name;
    const applyMethod =
      marked('apply_method') && row.applyMethod !== 'pending-reboot' && row.applyMethod !== 'immediate'
        ? null
        : row.applyMethod;
    if (open('value')) return { ...row, name, applyMethod, value: null, state: 'unknown' };
    if (marked('value')) return { ...row, name, applyMethod, value: null, state: 'sensitive' };
    return { ...row, name, applyMethod };
  });
}
