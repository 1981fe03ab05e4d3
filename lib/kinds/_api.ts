import type { LinkSpec } from '../core/kind';
import type { TimerSpec } from '../core/timer';
import { apiTimeouts } from './_sources';

/** How an API names the Lambda function that it calls: by one of its ARNs, or by that of a version or an alias. */
export const toFunction: Pick<LinkSpec, 'to' | 'by'> = {
  to: ['function', 'function-alias'],
  by: ['invoke_arn', 'arn', 'qualified_invoke_arn', 'qualified_arn'],
};

/** How long API Gateway waits for what stands behind it: the same timer of every kind of API. */
export function integrationTimer(
  value: TimerSpec['value'] = { setting: 'integration_timeout' },
  more: Partial<Pick<TimerSpec, 'alone' | 'name'>> = {},
): TimerSpec {
  return {
    name: 'api.integration_timeout',
    class: 'request-cap',
    phases: ['query'],
    value,
    expiry: 'request-error',
    sees: 'HTTP 504 from API Gateway',
    ...more,
    cite: `"If an integration request takes longer than your API Gateway REST API maximum integration timeout parameter, API Gateway returns an HTTP 504 status code." ${apiTimeouts}`,
  };
}
