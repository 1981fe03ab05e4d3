// Everything that the package offers, where none of its optional peers is installed.
import * as holdfast from 'holdfast';
import * as awsCdk from 'holdfast/aws-cdk';
import * as cdktf from 'holdfast/cdktf';
import type { Policy } from 'holdfast/policy';
import { testPolicy } from 'holdfast/testing';

const config = { version: 1, workloads: [{ name: 'web', maxQueryDuration: '30s', path: [{ alb: 'aws_lb.public' }] }] };

const policies: readonly Policy[] = holdfast.builtinPolicies;
if (policies.length === 0) throw new Error('no policy is built in');
if (typeof testPolicy !== 'function') throw new Error('testPolicy is missing');
for (const host of [cdktf.QuerySlaAspect, cdktf.applyTo, cdktf.checkStack, cdktf.acknowledge, awsCdk.QuerySlaAspect]) {
  if (typeof host !== 'function') throw new Error('a host is missing');
}
const { name } = new awsCdk.QuerySlaValidation({ config });
if (name !== 'holdfast') throw new Error(`the validation is called ${name}`);
