import { noEnd } from '../core/baseline';
import type { Finding } from '../core/report';
import { visible, visibleText } from './visible';

/** Why a finding is waived, by whom and until when: `retired in 2027 (owner payments, until 2027-01-31)`. */
export function excuseOf({ waiver }: Finding): string {
  if (waiver === null) return 'waived';
  const end = waiver.until === noEnd ? 'no end' : `until ${visible(waiver.until)}`;
  return `${visibleText(waiver.reason)} (owner ${visible(waiver.owner)}, ${end})`;
}
