import type { Configuration, Workload } from '../../../lib/core/configuration';
import { InputError } from '../../../lib/core/input-error';
import type { Kind } from '../../../lib/core/kind';
import { readConfiguration } from '../../../lib/read/configuration/read';
import { parseYaml } from '../../../lib/shell/configuration/yaml';
import { kinds as few, policies } from './_kinds';

/** Reads a text as the command reads `holdfast.yaml`. */
export function read(text: string, kinds: readonly Kind[] = few): Configuration {
  const { raw, where } = parseYaml(text, 'holdfast.yaml');
  return readConfiguration(raw, where, kinds, { policies });
}

/** What is wrong with a text, as `line:column message`. */
export function problemsOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ message, location }) =>
      location === undefined ? message : `${String(location.line)}:${String(location.column)} ${message}`,
    );
  }
  return [];
}

/** A configuration whose only workload has these keys besides its name and promise. */
export function withWorkload(...lines: readonly string[]): string {
  return [
    'version: 1',
    'workloads:',
    '  - name: a',
    '    maxQueryDuration: 30s',
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

/** A configuration whose only workload has this path. */
export function withPath(...entries: readonly string[]): string {
  return withWorkload('path:', ...entries.map((entry) => `  ${entry}`));
}

/** The only workload of a text. */
export function onlyWorkload(text: string, kinds?: readonly Kind[]): Workload {
  const { workloads } = read(text, kinds);
  expect(workloads).toHaveLength(1);
  return workloads[0]!;
}
