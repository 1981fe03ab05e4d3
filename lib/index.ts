/** The library: reads documents, judges them, renders reports. The same code runs behind the command. */
export { evaluate, type Evaluation } from './core/evaluate';
export { everyTimer } from './core/every-timer';
export { exitCode } from './core/exit-code';
export { InputError } from './core/input-error';
export { kinds } from './kinds/index';
export { readDocument } from './read/document';
export { readConfiguration } from './read/configuration/read';
export { formats } from './report/formats';
export { builtinPolicies } from './shell/builtin-policies';
export { loadConfiguration } from './shell/configuration/load';
export type { Configuration, Workload } from './core/configuration';
export type { Fact, Note, Reading } from './core/fact';
export type { Format, FormatContext } from './core/format';
export type { Kind } from './core/kind';
export type { Policy } from './core/policy';
export type { Coverage, Finding, Fix, Report, TimelineRow, WorkloadReport } from './core/report';
