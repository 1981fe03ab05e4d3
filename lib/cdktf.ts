/** For programs of CDKTF and CDK Terrain: judges stacks as they are synthesised, and in unit tests. */
export { InputError } from './core/input-error';
export { acknowledge, type Acknowledgement } from './hosts/cdktf/acknowledge';
export { applyTo, type AspectsLike } from './hosts/cdktf/apply-to';
export { checkStack } from './hosts/cdktf/check-stack';
export type { ConstructLike, NodeLike } from './hosts/cdktf/construct';
export { QuerySlaAspect } from './hosts/cdktf/query-sla-aspect';
export { enableSourceLocations, type NodeClass } from './hosts/cdktf/source-locations';
export type { HostOptions } from './hosts/judge';
