import { unset, type Evaluated } from '../evaluated/value';
import { behind, choice, elements, isOpen, member, waysOf, type Open } from './members';
import { fromSecret } from './secret';
import { opaque } from './taken-apart';
import { seen } from './seen';
import type { Variable } from './variable';

/** What Elastic Beanstalk gives to the process; the other namespaces configure the environment itself. */
const environment = 'aws:elasticbeanstalk:application:environment';
/** Variables that are fetched when an instance starts; the value is an ARN. */
const environmentSecrets = 'aws:elasticbeanstalk:application:environmentsecrets';

/** The variables of a process, from a table by name or a list of names and values. */
export function variablesIn(value: Evaluated): readonly Variable[] | Open {
  const found = behind(value);
  if (found.is === 'object') return Object.entries(found.entries).map(([name, one]) => ({ name, value: one }));
  const list = elements(found);
  return isOpen(list) ? list : list.flatMap(variablesOf);
}

/** An element of a list; it may be another variable, or none, where it depends on a condition. */
function variablesOf(element: Evaluated): readonly Variable[] {
  const ways = waysOf(element);
  const rows = ways.map(rowOf);
  const names = [...new Set(rows.flatMap((row) => (row === null ? [] : [row.name])))];
  return names.map((name) => ({
    name,
    value: choice(
      rows.map((row) => (row?.name === name ? row.value : unset)),
      element,
    ),
  }));
}

function rowOf(row: Evaluated): Variable | null {
  if (row.is !== 'object') return null;
  const namespace = textOf(member(row, 'namespace', 'Namespace'));
  if (namespace !== '' && namespace !== opaque && namespace !== environment && namespace !== environmentSecrets)
    return null;
  const value = member(row, 'value', 'Value');
  return {
    name: textOf(member(row, 'name', 'Name', 'OptionName')),
    value: namespace === environmentSecrets ? fromSecret(value) : value,
  };
}

function textOf(value: Evaluated): string {
  return seen(value)?.text ?? '';
}
