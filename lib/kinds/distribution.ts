import type { SettingSpec } from '../core/kind';
import {
  candidates,
  mapSetting,
  oneOf,
  unknown,
  type Json,
  type Seconds,
  type Setting,
  type Table,
} from '../core/setting';
import { secondsOf } from './_choose';
import { completionDefault, completionTimer, readDefault, readTimer } from './_distribution';
import { defineKind } from './_kind';
import { cloudFrontApi } from './_sources';
import { isWritten } from './_written';

const why = 'is not the same for every origin, and no document says which origin the requests go to';
const settles =
  'give the origins one value, or describe the distribution in the path: `cdn: { name, readTimeout, completionTimeout }`';

// No range: the API model ends at 120 s, AWS Support at 180 s, and quotas raise both.
function ofOrigins(
  terraform: string,
  cloudformation: string,
  byDefault: typeof readDefault | typeof completionDefault,
): SettingSpec {
  return {
    as: 'seconds',
    terraform: `origin.${terraform}`,
    cloudformation: `DistributionConfig.Origins.${cloudformation}`,
    each: { depth: 1, why, settles, defaults: [byDefault] },
    cite: `Origins, ${cloudFrontApi}`,
  };
}

/** A distribution in front of nothing but buckets leads to no database. What is not known, and what is not shown, may. */
function hasServer(origins: Json | undefined, ...configs: readonly string[]): boolean {
  if (!Array.isArray(origins) || origins.length === 0) return true;
  return (origins as readonly Json[]).some(
    (origin) =>
      typeof origin === 'object' &&
      origin !== null &&
      configs.some((config) => isWritten(origin as Table<Json>, config)),
  );
}

/** Of origins of both sorts no document says which one is used, either. */
function readTimeout(settings: Table<Setting>): Setting<Seconds | null> | null {
  const { origin_read_timeout: custom, vpc_origin_read_timeout: inVpc } = settings;
  if (custom === undefined && inVpc !== undefined) return null;
  const shown = secondsOf(settings, 'origin_read_timeout');
  const values = [shown, ...(inVpc === undefined ? [] : [secondsOf(settings, 'vpc_origin_read_timeout')])].map(
    candidates,
  );
  if (custom === undefined || values.includes(null))
    return custom === undefined ? unknown('no document shows its origins', 'pass the document that holds them') : shown;
  return oneOf(
    values.flatMap((all) => all ?? []),
    `its origin read timeout ${why}`,
    settles,
  );
}

export default defineKind({
  name: 'distribution',
  title: 'CloudFront distribution',
  terraform: {
    types: ['aws_cloudfront_distribution'],
    when: ({ origin }) => hasServer(origin, 'custom_origin_config', 'vpc_origin_config'),
    names: ['id', 'arn', 'domain_name'],
  },
  cloudformation: {
    types: ['AWS::CloudFront::Distribution'],
    when: ({ DistributionConfig: config }) => {
      const isObject = typeof config === 'object' && config !== null && !Array.isArray(config);
      return !isObject || hasServer((config as Table<Json>).Origins, 'CustomOriginConfig', 'VpcOriginConfig');
    },
    names: [],
  },
  settings: {
    origin_read_timeout: ofOrigins(
      'custom_origin_config.origin_read_timeout',
      'CustomOriginConfig.OriginReadTimeout',
      readDefault,
    ),
    vpc_origin_read_timeout: ofOrigins(
      'vpc_origin_config.origin_read_timeout',
      'VpcOriginConfig.OriginReadTimeout',
      readDefault,
    ),
    response_completion_timeout: ofOrigins(
      'response_completion_timeout',
      'ResponseCompletionTimeout',
      completionDefault,
    ),
  },
  links: {},
  timers: [
    readTimer('origin_read_timeout', { compute: readTimeout, setting: 'origin_read_timeout' }),
    readTimer('vpc_origin_read_timeout', {
      compute: (settings) =>
        settings.origin_read_timeout === undefined && settings.vpc_origin_read_timeout !== undefined
          ? secondsOf(settings, 'vpc_origin_read_timeout')
          : null,
      setting: 'vpc_origin_read_timeout',
    }),
    completionTimer({
      // "If omitted or explicitly set to 0, no maximum value is enforced." (provider documentation of the distribution)
      compute: (settings) =>
        settings.response_completion_timeout === undefined
          ? null
          : mapSetting(secondsOf(settings, 'response_completion_timeout'), (value) => (value === 0 ? null : value)),
      setting: 'response_completion_timeout',
    }),
  ],
  hop: { key: 'cdn', side: 'request', does: 'terminates' },
});
