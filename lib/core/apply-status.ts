import type { AttachedGroup } from './attached-groups';
import type { Node } from './node';
import { clip } from './phrases';

/** Why the values of a parameter group are not yet those that run, and what ends that. */
export type NotApplied = {
  /** As RDS says it: `pending-reboot`. */
  readonly status: string;
  /** When the group's values will count, as the end of a sentence: `after the reboot`. */
  readonly from: string;
  /** What the user can do, `null` where waiting is all: `reboot orders`. */
  readonly settles: string;
};

/** The settings that hold what RDS says of a group: its own of the instance, and the cluster's of the member. */
const statuses = { 'instance-group': 'parameter_apply_status', 'cluster-group': 'cluster_parameter_apply_status' };

/**
 * Whether RDS says that the group attached on this level is not what the database runs; `null` where it is in sync, and where
 * no source says: only an account does (facts: postgres-rds 2.2).
 */
export function notApplied(database: Node, level: AttachedGroup['level']): NotApplied | null {
  const setting = database.settings[statuses[level]];
  if (setting === undefined || (setting.state === 'known' && setting.value === 'in-sync')) return null;
  const status = setting.state === 'known' ? clip(String(setting.value)) : 'of unknown status';
  return { status, ...ends(status, database.subject) };
}

function ends(status: string, database: string): Omit<NotApplied, 'status'> {
  switch (status) {
    case 'pending-reboot':
      return { from: 'after the reboot', settles: `reboot ${database}` };
    case 'applying':
      return { from: 'once it is applied', settles: `wait until it is applied to ${database}` };
    case 'failed-to-apply':
      return { from: 'once RDS can apply it', settles: `correct the values that RDS could not apply to ${database}` };
    case 'pending-database-upgrade':
      return { from: 'after the upgrade', settles: `finish the upgrade of ${database}` };
    default:
      return { from: 'once it is in sync', settles: `wait until ${database} is in sync with it` };
  }
}
