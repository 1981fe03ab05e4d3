import type { Drift, JudgedDifference, Uncompared } from './drift';
import { differenceText, documentOf, isBreaking } from './drift-phrases';
import type { Node } from './node';
import { compare } from './order';
import type { DriftReport, DriftRow } from './report';

/** The comparison as reports have it: what breaks a promise first, then by resource. */
export function driftReport({
  drift,
  documents,
}: {
  readonly drift: Drift;
  readonly documents: DriftReport['documents'];
}): DriftReport {
  const rows = [
    ...drift.differences.map(valueRow),
    ...drift.notLive.map((node) => wholeRow('not-live', node)),
    ...drift.notDeclared.map((node) => wholeRow('not-declared', node)),
  ];
  return {
    documents,
    matched: drift.pairs.length,
    drifted: new Set(drift.differences.map(({ live }) => live.id)).size,
    rows: rows.sort(worstFirst),
    notCompared: [...drift.perhapsNotLive, ...drift.uncompared].map(notCompared),
  };
}

function valueRow(difference: JudgedDifference): DriftRow {
  const { live, declared, is, was, unit, breaks } = difference;
  const broken = breaks.filter(isBreaking).map(({ workload }) => workload);
  return {
    is: 'value',
    live: live.subject,
    declared: declared.subject,
    document: documentOf(declared),
    attribute: is.attribute,
    liveValue: is.value,
    declaredValue: was.value,
    unit,
    message: differenceText(difference),
    breaks: [...new Set(broken)].sort(),
  };
}

function wholeRow(is: 'not-live' | 'not-declared', node: Node): DriftRow {
  const isLive = is === 'not-declared';
  const name = `\`${node.subject}\``;
  return {
    is,
    live: isLive ? node.subject : null,
    declared: isLive ? null : node.subject,
    document: isLive ? null : documentOf(node),
    attribute: null,
    liveValue: null,
    declaredValue: null,
    unit: null,
    message: isLive ? `${name} is live and declared nowhere` : `${name} of ${documentOf(node)} is not live`,
    breaks: [],
  };
}

function notCompared({ resource, attribute, why, settles }: Uncompared): DriftReport['notCompared'][number] {
  return { resource: resource.subject, attribute, why, settles };
}

const order: readonly DriftRow['is'][] = ['value', 'not-live', 'not-declared'];

function worstFirst(a: DriftRow, b: DriftRow): number {
  return (
    Number(b.breaks.length > 0) - Number(a.breaks.length > 0) ||
    order.indexOf(a.is) - order.indexOf(b.is) ||
    compare(a.live ?? a.declared ?? '', b.live ?? b.declared ?? '') ||
    compare(a.attribute ?? '', b.attribute ?? '')
  );
}
