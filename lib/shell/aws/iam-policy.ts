import { serviceNames, services, type ServiceName } from './services';

/** An IAM policy: what `--print-iam-policy` prints. */
export type IamPolicy = {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
  }[];
};

/**
 * The least that reading these services needs, one statement each, from the table of the calls themselves. The account's
 * number needs no permission (`sts:GetCallerIdentity`). Most of the actions know no resources in IAM, so all are for `*`.
 */
export function iamPolicy(names: readonly ServiceName[] = serviceNames): IamPolicy {
  return {
    Version: '2012-10-17',
    Statement: names.map((name) => {
      const { sid, prefix, calls } = services[name];
      return {
        Sid: sid,
        Effect: 'Allow',
        Action: Object.keys(calls).map((action) => `${prefix}:${action}`),
        Resource: '*',
      };
    }),
  };
}
