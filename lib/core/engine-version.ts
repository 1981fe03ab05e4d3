/** What a parameter group family or its default group's name says: whose PostgreSQL, and which major version. */
export type Family = { readonly flavour: 'rds' | 'aurora'; readonly major: number };

const versionText = /^(\d{1,3})(?:\.(\d{1,3}))?(?=$|[\s.-])/;
const familyText = /^(aurora-postgresql|postgres)(\d{1,3}(?:\.\d{1,3})?)$/;

/**
 * The PostgreSQL major version of an engine version: 16 for `16.4`, and 9.6 for `9.6.24`, since two numbers made a major
 * version until 10. `null` for what is no version (and for a bare `9`, which names none).
 */
export function majorVersion(engineVersion: string): number | null {
  const [, first, second] = versionText.exec(engineVersion.trim()) ?? [];
  if (first === undefined) return null;
  const major = Number(first);
  if (major >= 10) return major;
  return second === undefined ? null : Number(`${first}.${second}`);
}

/** The flavour and major version of a parameter group family (`postgres16`, `aurora-postgresql14`, `postgres9.6`), else `null`. */
export function familyOf(family: string): Family | null {
  const [, engine, version] = familyText.exec(family.trim()) ?? [];
  const major = version === undefined ? null : majorVersion(version);
  if (major === null) return null;
  return { flavour: engine === 'postgres' ? 'rds' : 'aurora', major };
}
