/** What the author of a policy imports: the types, and the words that all policies share. */
export type {
  DriftCase,
  EstateCase,
  EstateVerdict,
  HopCase,
  Judgement,
  Policy,
  PolicyExample,
  PolicyVerdict,
  RoleCase,
  TimerCase,
} from './core/policy';
export type { Hop, Leg, Path, Probe, Timer } from './core/path';
export type { Broken, Drift, JudgedDifference, Pair, Uncompared } from './core/drift';
export type { ClientConnection } from './core/client-connection';
export type { Connection, ConnectionForm, ConnectionParameter } from './core/connection';
export type { ClientSetting, DriverDefault, DriverParameter, DriverSpec } from './core/driver';
export type { NamedParameter } from './core/client-drivers';
export type { Node } from './core/node';
export type { Graph } from './core/graph';
export type { Fix } from './core/report';
export type { Workload } from './core/configuration';
export type { Json, Known, Provenance, Seconds, Setting, Step, Table } from './core/setting';
export { candidates, known, provenanceOf, table, unknown, valueOf } from './core/setting';
export {
  clientFix,
  clientKeepaliveFix,
  placeOfKernel,
  placeOfOptions,
  clientTimeoutFix,
  strangeParameterFix,
  withoutOptionsFix,
  type ClientChange,
} from './core/connection-fix';
export { readingsOf, sendsOptions, type StrangeParameter, type StringReading } from './core/connection-parameters';
export { isKernels, kernelKeepalive } from './core/kernel-keepalive';
export { connectionsOf, driversOf } from './core/client-connection';
export { driverTitle } from './core/client-drivers';
export { parameterIn } from './core/client-drivers';
export { formatDuration } from './core/duration';
export { incoming, mayLead, outgoing } from './core/follow';
export { proxiesOf } from './core/relation';
export { initQueryFix, type WrittenParameters } from './core/init-query-fix';
export { poolSetting, type PoolSetting } from './core/proxy-pool';
export { spanOf, type Span } from './core/span';
export { shownPath, spelledIn } from './core/spelled';
export { attributeOf } from './core/timers';
export { withHeadroom, withoutHeadroom } from './core/demand';
export { requestLimits, type RequestLimit } from './core/request-limits';
export { byCallerAlone, callerProbe } from './core/caller-end';
export { deadPeerAfter, period, probesOf } from './core/keepalive';
export { clip, code, decisive, parameterName, promiseText, timerName, valueText, whose } from './core/phrases';
export { advised, fixFor, timerVerdict } from './core/verdicts';
export { keepaliveFix, probingBelow, probingOn, raise, serverKeepaliveFix, setParameter } from './core/fixes';
export { notApplied, type NotApplied } from './core/apply-status';
export { catalogsRunBy, runningParameters } from './core/catalogs';
export { databaseOf, rolesNamed } from './core/role-sources';
export { attachedGroups, type AttachedGroup } from './core/attached-groups';
export { versionOf } from './core/version';
export { familyOf, type Family } from './core/engine-version';
export { parseGroupValue, parsePostgresValue } from './core/postgres-value';
export { previousGroup, previousRow } from './core/group-change';
export { rowsOf } from './core/group-rows';
export { alterRole, inOwnUnit, parametersIn, parametersOf, rangeText, writtenValue } from './core/parameter-phrases';
export type { GroupParameter, ParameterSpec, RunningParameter } from './core/parameter';
export { sessionOf } from './core/session';
export { isGlob } from './core/glob';
export { mayOverlap } from './core/glob-overlap';
export { durationOf } from './core/timers';
export {
  adoptFix,
  brokenText,
  differenceText,
  documentOf,
  isBreaking,
  otherwiseText,
  restoreFix,
} from './core/drift-phrases';
export { weigh, type Weighed } from './core/weigh';
