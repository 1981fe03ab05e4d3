import { sqlSetting } from './carried-parameters';
import { isUnset, settingSide, unitOf } from './compare-sides';
import type { Difference, Pair, Uncompared } from './drift';
import type { Source } from './fact';
import type { Kind, Reads, SettingSpec } from './kind';
import { shownPath, spelledIn } from './spelled';
import type { Json, Known, Setting } from './setting';

/** What came of comparing two resources, or some of their values. */
export type Compared = Pick<Pair, 'compared'> & {
  readonly differences: readonly Difference[];
  readonly uncompared: readonly Uncompared[];
};

type Two = Pick<Pair, 'declared' | 'live'>;

/**
 * Compares every setting that both sources can spell by its effective value, so that a default spelled out equals the default
 * left out. Not among them: names, and what AWS answers and nobody declares (an endpoint, which member writes).
 */
export function compareSettings({ declared, live }: Two): Compared {
  const differences: Difference[] = [];
  const uncompared: Uncompared[] = [];
  let compared = 0;
  for (const [name, spec] of Object.entries(declared.kind.settings)) {
    const paths = isDeclared(declared.kind, name, spec) ? spellings({ declared, live }, spec) : null;
    const said = declared.settings[name];
    // What a document leaves to AWS is no promise about the value.
    if (paths === null || said === undefined) continue;
    const open = whyOpen(said, live.settings[name]);
    if (open !== null) {
      if (open.why !== '') uncompared.push({ resource: live, attribute: paths.live, ...open });
      continue;
    }
    compared += 1;
    const was = settingSide(name, spec, paths.declared, known(said));
    const is = settingSide(name, spec, paths.live, known(live.settings[name]));
    if (was.key === is.key) continue;
    differences.push({ declared, live, of: 'setting', name, was, is, unit: unitOf(spec) });
  }
  return { compared, differences, uncompared };
}

function known(setting: Setting | undefined): Known<Json> | null {
  return setting?.state === 'known' ? setting : null;
}

/** Why two settings cannot be compared; an empty reason where there is nothing to compare, `null` where they can be. */
function whyOpen(
  declared: Setting,
  live: Setting | undefined,
): { readonly why: string; readonly settles: string } | null {
  if (declared.state !== 'known') return declared;
  if (live === undefined)
    return isUnset(declared.value)
      ? { why: '', settles: '' }
      : { why: 'what was read live does not show it', settles: 'look it up in the account' };
  return live.state === 'known' ? null : live;
}

/** The variables of a process carry secrets, and what is kept of them is not what anybody wrote. */
const ofProcess: readonly Reads[] = [
  'variables',
  'connection',
  'container-variables',
  'container-sysctls',
  'container-sysctls-apart',
  'container-secrets',
];

/** Names tell which resource it is, and what no template can write is AWS's answer. */
function isDeclared(kind: Kind, name: string, spec: SettingSpec): boolean {
  if (spec.as === 'parameters' || ofProcess.includes(spec.as) || kind.role !== undefined || name === sqlSetting)
    return false;
  return kind.cloudformation === undefined || spec.cloudformation !== undefined;
}

function spellings({ declared, live }: Two, spec: SettingSpec): Record<'declared' | 'live', string> | null {
  const [one, other] = [spelledIn(declared.source, spec), spelledIn(live.source, spec)];
  if (one === undefined || other === undefined) return null;
  if (namesIn(declared.source, declared.kind).includes(one) || namesIn(live.source, live.kind).includes(other))
    return null;
  return { declared: shownPath(one), live: shownPath(other) };
}

function namesIn(source: Source, kind: Kind): readonly string[] {
  if (source === 'account') return kind.account?.names ?? [];
  return (source === 'template' ? kind.cloudformation : kind.terraform)?.names ?? [];
}
