import type { Kind } from '../core/kind';
import type { Policy } from '../core/policy';
import type { Paint } from '../core/format';
import { visible, visibleText } from './visible';
import { pad, wrap } from './wrap';

/** How a page is laid out. */
export type Page = { readonly width: number; readonly paint: Paint; readonly kinds: readonly Kind[] };

/** A policy's page: what it says, why, which timers it judges, how to fix what it finds, where to read on. */
export function policyPage(policy: Policy, { width, paint, kinds }: Page): string {
  const paragraph = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.bold(title), ...lines];
  const wrapped = (text: string): string[] =>
    text.split('\n').flatMap((line) => wrap(visibleText(line.trim()), width, '  '));
  const lines = [
    paint.bold(visible(policy.id)),
    ...wrap(visibleText(policy.title), width),
    ...wrap(`severity: ${policy.severity}; judged once ${per[policy.per]}`, width),
    ...paragraph('Why', wrapped(policy.why)),
    ...paragraph(
      'Judges',
      judged(policy, kinds).flatMap((line) => wrap(line, width, '  ', '    ')),
    ),
    ...paragraph('Fix', wrapped(policy.fix)),
    ...paragraph(
      'References',
      policy.refs.flatMap((ref) => wrap(visibleText(ref), width, '  ', '    ')),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** All policies, one line each. */
export function policyList(policies: readonly Policy[], width: number): string {
  const columns = Math.max(0, ...policies.map(({ id }) => id.length));
  const lines = policies.flatMap(({ id, severity, title }) => {
    const lead = `${pad(visible(id), columns)}  ${pad(severity, 'warning'.length)}  `;
    // Where the title would be squeezed into a ribbon it stands below.
    return width - lead.length >= 30
      ? wrap(visibleText(title), width, lead)
      : [lead.trimEnd(), ...wrap(visibleText(title), width, '    ')];
  });
  return lines.map((line) => `${line}\n`).join('');
}

const per: Readonly<Record<Policy['per'], string>> = {
  timer: 'for each timer, workload and role',
  hop: 'for each hop of a path',
  role: 'for each role at each database',
  estate: 'for everything in view',
  drift: 'for the comparison of what is live with what was declared',
};

function judged(policy: Policy, kinds: readonly Kind[]): readonly string[] {
  if (policy.per === 'hop') return policy.kinds.map((name) => titled(name, kinds));
  if (policy.per !== 'timer') return [];
  return policy.judges.map(({ timer, phase }) => {
    const owners = kinds.filter((kind) => kind.timers.some((spec) => spec.name === timer));
    const spec = owners[0]?.timers.find((one) => one.name === timer);
    const where = owners.map(({ title }) => title).join(', ');
    return spec === undefined
      ? `${visible(timer)}, phase ${phase}`
      : `${visible(timer)}, phase ${phase}: ${spec.class} timer of ${where} (${visibleText(spec.cite)})`;
  });
}

function titled(name: string, kinds: readonly Kind[]): string {
  const kind = kinds.find((one) => one.name === name);
  return kind === undefined ? visible(name) : `${name}: ${kind.title}`;
}
