/** `holdfast/aws-cdk`: judges what an AWS CDK app synthesises, inside its own synth. */
export { QuerySlaAspect } from './hosts/aws-cdk/query-sla-aspect';
export { QuerySlaValidation, type ValidationContext } from './hosts/aws-cdk/query-sla-validation';
export type { ConstructLike } from './hosts/aws-cdk/construct';
export type { PluginReport, ViolatingResource, Violation } from './hosts/aws-cdk/plugin-report';
export type { HostOptions } from './hosts/judge';
