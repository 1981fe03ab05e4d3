import type { Json } from '../core/setting';
import type { Collection } from './collection/collection';
import { entries, isObject, own, type JsonObject } from './json';
import { uiStream } from './parse-failure';

/** The forms that readers take: a synthesised stack is CDKTF's, a template CloudFormation's, a collection our own. */
export type Form = 'plan' | 'state' | 'stack' | 'template' | 'collection';

/** What a parsed document is: something that a reader takes, or the reason why none does. */
export type Recognised =
  { readonly as: Form; readonly body: JsonObject } | { readonly as: 'refused'; readonly why: string };

const showAgain = 'Run `terraform show -json FILE` and check its output.';

/** Known near-plans, in this order: a later one may look like an earlier one. The texts follow "NAME: ". */
const strangers: readonly { readonly is: (body: JsonObject) => boolean; readonly why: string }[] = [
  {
    is: (body) => has(body, 'plan_format_version') && has(body, 'provider_schemas'),
    why: 'a redacted plan of HCP Terraform (`json-output-redacted`): it lacks the configuration and the values. Fetch `json-output` instead.',
  },
  {
    is: (body) => has(body, 'Version') && has(body, 'ImportedResource'),
    why: `a plan of Terraformer, not of Terraform. ${showAgain}`,
  },
  {
    is: (body) =>
      own(body, 'version') !== undefined && (has(body, 'lineage') || has(body, 'modules') || has(body, 'serial')),
    why: 'a raw state file (`.tfstate`), whose layout Terraform keeps to itself. Run `terraform show -json` (or `terraform show -json FILE.tfstate`) and check its output.',
  },
  {
    is: (body) => Array.isArray(own(body, 'projects')) && !has(body, 'resource_changes'),
    why: `an Infracost breakdown, not a plan. ${showAgain}`,
  },
  { is: (body) => has(body, '@level'), why: uiStream },
  {
    is: (body) => has(body, 'root_module') && !has(body, 'format_version'),
    why: 'the configuration alone (`tofu show -config -json`): it holds no values. Run `tofu show -json PLANFILE` and check its output.',
  },
  {
    is: (body) => has(body, 'version') && (has(body, 'artifacts') || isObject(own(body, 'stacks'))),
    why: 'the manifest of a synthesised app, which holds no resources. Name the folder that it is in.',
  },
  {
    is: (body) => has(body, 'create') && has(body, 'delete') && !has(body, 'resource_changes'),
    why: `the counts of a plan (GitLab's merge request widget), not the plan. ${showAgain}`,
  },
];

const collectionFormat: Collection['format'] = 'holdfast-collection';

/** Says what a parsed document is, by the keys that its format promises. */
export function recognise(parsed: Json): Recognised {
  if (parsed === null) return refused(`the JSON value \`null\`, not a plan. ${showAgain}`);
  if (Array.isArray(parsed)) return refused(`a JSON array, not a plan. ${showAgain}`);
  if (!isObject(parsed)) return refused(`a single JSON value, not a plan. ${showAgain}`);
  if (own(parsed, 'format') === collectionFormat) return { as: 'collection', body: parsed };
  const stranger = strangers.find((one) => one.is(parsed));
  if (stranger) return refused(stranger.why);
  if (isTemplate(parsed)) return { as: 'template', body: parsed };
  if (isStack(parsed)) {
    return isMetadata(parsed)
      ? refused(
          'what CDKTF notes beside a stack that is written as HCL. Synthesise without `--hcl` and check `cdk.tf.json`.',
        )
      : { as: 'stack', body: parsed };
  }
  const as = formOf(parsed);
  if (as === null) {
    return refused(
      `JSON, but neither a Terraform plan or state, nor a stack of CDKTF, nor a CloudFormation template, nor what \`holdfast collect\` writes. ${showAgain}`,
    );
  }
  const version = own(parsed, 'format_version');
  if (typeof version !== 'string') {
    return refused(`a ${as} without \`format_version\`, so nothing says how to read it. ${showAgain}`);
  }
  const major = /^(\d{1,6})(\.\d{1,6})*$/.exec(version)?.[1];
  if (major !== '0' && major !== '1') {
    return refused(`a ${as} of format version ${printable(version)}; this version reads 0.x and 1.x. Update holdfast.`);
  }
  return { as, body: parsed };
}

/** An empty state has nothing but its version; an empty plan still has `planned_values` and `configuration`. */
function formOf(body: JsonObject): 'plan' | 'state' | null {
  if (has(body, 'resource_changes') || (has(body, 'planned_values') && has(body, 'configuration'))) return 'plan';
  if (has(body, 'values')) return 'state';
  const onlyVersions = Object.keys(body).every(
    (key) => key === 'format_version' || key === 'terraform_version' || key === 'checks',
  );
  return onlyVersions && has(body, 'format_version') ? 'state' : null;
}

/** What CDKTF writes into every stack, or Terraform's JSON syntax, which is the same without the comment. */
function isStack(body: JsonObject): boolean {
  if (has(body, 'format_version')) return false;
  const resource = own(body, 'resource');
  return isObject(own(own(body, '//'), 'metadata')) || isObject(resource) || Array.isArray(resource);
}

/**
 * Beside HCL, CDKTF keeps the comments of a stack. Its resources hold nothing else, so all of them would seem to have defaults;
 * a stack that has nothing but such resources names their provider.
 */
function isMetadata(body: JsonObject): boolean {
  const blocks = entries(own(body, 'resource')).flatMap(([, byName]) => entries(byName).map(([, block]) => block));
  return (
    !has(body, 'provider') &&
    blocks.length > 0 &&
    blocks.every((block) => isObject(block) && has(block, '//') && Object.keys(block).length === 1)
  );
}

/** A stack of the AWS CDK without resources still has the parameter that names its bootstrap version. */
function isTemplate(body: JsonObject): boolean {
  if (has(body, 'AWSTemplateFormatVersion')) return true;
  if (isObject(own(own(body, 'Parameters'), 'BootstrapVersion'))) return true;
  const resources = own(body, 'Resources');
  return isObject(resources) && Object.values(resources).some((one) => typeof own(one, 'Type') === 'string');
}

const sections =
  'AWSTemplateFormatVersion|Description|Metadata|Parameters|Mappings|Conditions|Rules|Transform|Resources';
const yamlTemplate = /^(["']?)(AWSTemplateFormatVersion|Transform|Resources)\1\s*:(\s|$)/m;
const jsonTemplate = new RegExp(`^\\s*\\{\\s*"(${sections})"\\s*:`);

/** Whether a text that is not sound JSON is a template: YAML with a section at the top, or JSON that begins with one. */
export function looksLikeTemplate(text: string): boolean {
  return /^\s*[{[]/.test(text) ? jsonTemplate.test(text) : yamlTemplate.test(text);
}

function has(body: JsonObject, key: string): boolean {
  return Object.hasOwn(body, key);
}

function refused(why: string): Recognised {
  return { as: 'refused', why };
}

function printable(version: string): string {
  return /^[\w.+-]{1,20}$/.test(version) ? `\`${version}\`` : 'that is not a version';
}
