import type { TimerSpec } from '../core/timer';
import { cloudFrontApi, cloudFrontTimeouts } from './_sources';

const gaps = `"first packet, as well as ... subsequent packets", What's New 2025-07; HTTP 504: ${cloudFrontTimeouts}`;

/** How long CloudFront waits for the next packet of an origin. */
export function readTimer(
  name: 'origin_read_timeout' | 'vpc_origin_read_timeout',
  value: TimerSpec['value'] = { setting: name },
): TimerSpec {
  return {
    name: `distribution.${name}`,
    class: 'data-idle',
    phases: ['query'],
    value,
    expiry: 'request-error',
    sees: 'HTTP 504 from CloudFront',
    cite: gaps,
  };
}

/** How long CloudFront waits for the whole response of an origin, where it is told to. */
export function completionTimer(value: TimerSpec['value']): TimerSpec {
  return {
    name: 'distribution.response_completion_timeout',
    class: 'request-cap',
    phases: ['query'],
    value,
    expiry: 'request-error',
    cite: `"If the complete response isn't received from the origin by this time, CloudFront ends the connection." ${cloudFrontApi}`,
  };
}

/** What CloudFront waits unless told otherwise, in seconds. */
export const readDefault = {
  value: 30,
  cite: `"The minimum timeout is 1 second, the maximum is 120 seconds, and the default ... is 30 seconds" ${cloudFrontApi}`,
};

/** Off unless it is set. */
export const completionDefault = {
  value: null,
  cite: `"If you don't set a value for ResponseCompletionTimeout, CloudFront doesn't enforce a maximum value." ${cloudFrontApi}`,
};
