import type { OneOfDefaults, SettingSpec } from '../core/kind';
import { ec2Api } from './_sources';

/** Which of the two an instance has is decided by its type alone, and no list of types is true for long. */
const byInstanceType: OneOfDefaults = {
  oneOf: [
    { value: 350, cite: `"350 seconds for Nitro v6 instance types (excluding P6e-GB200)" ${ec2Api}` },
    { value: 432000, cite: `"432000 seconds for all other instance types" ${ec2Api}` },
  ],
  why: 'it is not set, and its default depends on the instance type: 350 s on Nitro v6, 120 h on all others',
  settles:
    'set `tcp_established_timeout` in the `network_interfaces` of the launch template; `aws ec2 describe-instance-types` says `DefaultTcpEstablishedTimeout` of a type',
};

/**
 * How long the network interface of an EC2 instance remembers an idle TCP connection, in seconds. Interfaces that AWS makes
 * for others (RDS, Lambda, Fargate) take no such setting: those have none here.
 */
export const conntrackTimeout = {
  as: 'seconds',
  defaults: byInstanceType,
  range: { min: 60, max: 432000, cite: `"Min: 60 seconds. Max: 432000 seconds (5 days)." ${ec2Api}` },
  cite: `ConnectionTrackingSpecification.TcpEstablishedTimeout, ${ec2Api}`,
} as const satisfies SettingSpec;
