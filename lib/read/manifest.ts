import { table, type Json, type Table } from '../core/setting';
import { entries, items, own, textOf } from './json';

/** A template as the manifest of a CDK app lists it. */
export type ListedTemplate = {
  readonly file: string;
  readonly stackName: string;
  readonly account?: string;
  readonly region?: string;
  /** What is said of the constructs in it; later versions write that to a file beside the manifest. */
  readonly metadata: { readonly inline: Json } | { readonly file: string };
};

/** What a `manifest.json` lists. Paths are relative to its folder, with forward slashes, and may lead anywhere: it is hostile input. */
export type Manifest =
  /** Of CDKTF and CDK Terrain. */
  | { readonly of: 'cdktf'; readonly stacks: readonly { readonly id: string; readonly file: string }[] }
  /** Of the AWS CDK; `stages` are folders with a manifest of their own. */
  | {
      readonly of: 'cdk';
      readonly templates: readonly ListedTemplate[];
      readonly stages: readonly string[];
      /** What the app asked its account for and has not got: its templates hold placeholders instead. */
      readonly missing: readonly string[];
    }
  /** `why` follows the file's name and "is". */
  | { readonly of: 'other'; readonly why: string };

/** Says what a parsed `manifest.json` lists. */
export function readManifest(body: Json): Manifest {
  const stacks = own(body, 'stacks');
  const artifacts = own(body, 'artifacts');
  if (stacks === undefined && artifacts === undefined) {
    return { of: 'other', why: 'neither a manifest of CDKTF (`stacks`) nor of the AWS CDK (`artifacts`)' };
  }
  const version = own(body, 'version');
  if (typeof version !== 'string' || !/^\d{1,6}(\.\d{1,6}){0,3}(-[\w.]{1,40})?$/.test(version)) {
    return { of: 'other', why: 'a manifest without a version that says how to read it' };
  }
  return stacks === undefined ? cdk(body) : cdktf(body);
}

/** Library versions up to 0.24 write this; the layout has not changed since there is a manifest. */
function cdktf(body: Json): Manifest {
  const listed = entries(own(body, 'stacks')).map(([name, stack]) => ({
    id: referenceId(textOf(own(stack, 'constructPath')) ?? name),
    file: pathOf(own(stack, 'synthesizedStackPath')),
  }));
  const stacks = listed.flatMap(({ id, file }) => (file === null ? [] : [{ id, file }]));
  return stacks.length === listed.length
    ? { of: 'cdktf', stacks }
    : { of: 'other', why: 'a manifest whose stacks do not say where they were written (`synthesizedStackPath`)' };
}

/**
 * Schema versions up to 55 write this. The number goes up with every addition (aws-cdk-lib's cloud-assembly-schema), so a
 * larger one alone is no reason to refuse.
 */
function cdk(body: Json): Manifest {
  const artifacts = entries(own(body, 'artifacts'));
  const listed = artifacts
    .filter(([, one]) => own(one, 'type') === 'aws:cloudformation:stack')
    .map(([id, one]) => ({
      file: pathOf(own(own(one, 'properties'), 'templateFile')),
      stackName: textOf(own(own(one, 'properties'), 'stackName')) ?? id,
      ...environmentOf(own(one, 'environment')),
      metadata: metadataOf(one),
    }));
  const templates = listed.flatMap(({ file, ...rest }) => (file === null ? [] : [{ file, ...rest }]));
  if (templates.length < listed.length) {
    return { of: 'other', why: 'a manifest whose stacks do not say where they were written (`templateFile`)' };
  }
  const stages = artifacts
    .filter(([, one]) => own(one, 'type') === 'cdk:cloud-assembly')
    .flatMap(([, one]) => pathOf(own(own(one, 'properties'), 'directoryName')) ?? []);
  const missing = items(own(body, 'missing')).map((one) => textOf(own(one, 'provider')) ?? 'unnamed');
  return { of: 'cdk', templates, stages, missing: [...new Set(missing)] };
}

function metadataOf(artifact: Json): ListedTemplate['metadata'] {
  const file = pathOf(own(artifact, 'additionalMetadataFile'));
  return file === null ? { inline: own(artifact, 'metadata') ?? null } : { file };
}

/** `aws://ACCOUNT/REGION`, with `unknown-account` and `unknown-region` where the app leaves them to the deployment. */
function environmentOf(environment: Json | undefined): Pick<ListedTemplate, 'account' | 'region'> {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(textOf(environment) ?? '') ?? [];
  return {
    ...(account !== undefined && account !== 'unknown-account' && { account }),
    ...(region !== undefined && region !== 'unknown-region' && { region }),
  };
}

/** Where the asset manifests of a CDK app's folder (`*.assets.json`) say that uploaded files come from: file by object name. */
export function uploads(manifests: readonly Json[]): Table<string> {
  return table(
    manifests
      .flatMap((manifest) => entries(own(manifest, 'files')))
      .flatMap(([, file]) => {
        const path = pathOf(own(own(file, 'source'), 'path'));
        if (path === null) return [];
        const keys = entries(own(file, 'destinations')).flatMap(([, to]) => textOf(own(to, 'objectKey')) ?? []);
        return keys.map((key) => [lastPart(key), path] as const);
      }),
  );
}

/** What stands behind the last `/`. */
export function lastPart(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

/** A manifest that was written on Windows has its separators. */
function pathOf(value: Json | undefined): string | null {
  return textOf(value)?.replace(/\\/g, '/') ?? null;
}

/** CDKTF makes the id of a remote state from the path of the stack it points to, without what an id may not hold. */
function referenceId(constructPath: string): string {
  return constructPath.replace(/\//g, '--').replace(/[^\w-]/g, '');
}
