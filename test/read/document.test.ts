import { InputError } from '../../lib/core/input-error';
import { readDocument } from '../../lib/read/document';
import { kinds } from './kinds';
import { plan, read, row } from './small-plan';

const secret = 'hunter2-not-real';
const whole = JSON.stringify(plan([row('aws_lb.a', { after: { idle_timeout: 60, note: secret } })]));

function reading(text: string): () => unknown {
  return () => readDocument('plan.json', new TextEncoder().encode(text), kinds);
}

describe('readDocument', () => {
  it('reads a plan, whatever keys others added to it', () => {
    const [made] = readDocument('plan.json', new TextEncoder().encode(`${whole}\n`), kinds);
    expect(made).toMatchObject({ document: 'plan.json', source: 'plan', notes: [] });
    expect(made?.facts.map((one) => one.id)).toEqual(['plan.json#aws_lb.a']);
    expect(read({ ...plan([row('aws_lb.a', {})]), infracost_provider_constraints: {} }).facts).toHaveLength(1);
  });

  it('reads a state', () => {
    expect(read({ format_version: '1.0', values: { root_module: {} } })).toMatchObject({ source: 'state', facts: [] });
  });

  it('reads what only its version tells to be an empty state, and says that it is empty', () => {
    const empty = read({ format_version: '1.0' });
    expect(empty).toMatchObject({ source: 'state', facts: [], notes: [{ level: 'incomplete' }] });
    expect(empty.notes[0]?.why).toMatch(/^the state is empty/);
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    [
      'log lines of the setup-terraform action',
      `[command]/bin/terraform show -json x\n${whole}\n`,
      /terraform_wrapper: false/,
    ],
    ['debug lines behind it', `${whole}\n::debug::stdout: ${whole}\n`, /terraform_wrapper: false/],
    ["Terragrunt's prefix", `[/srv/live/prod/db] ${whole}`, /Terragrunt.*--log-disable/],
    ['other text before it', `Initializing plugins {x}\n${whole}`, /preceded by other text/],
    ['other text behind it', `${whole}\nDone.`, /followed by other text/],
    ['two plans', `${whole}\n${whole}\n`, /several documents one after another.*one file per unit/i],
    ['two plans in one line', `${whole}${whole}`, /several documents/],
    ['the event stream', '{"@level":"info","type":"version"}\n{"@level":"info","type":"log"}\n', /event stream/],
    ['one event', '{"@level":"info","type":"version"}', /event stream/],
    ['a plan cut short', whole.slice(0, 150), /cut off before its end/],
    ['a plan cut inside a string', whole.slice(0, 40), /cut off before its end/],
    ['destroyed quotes', '{"a":"b"c"}', /not valid JSON.*PowerShell/],
    ['an unquoted word', '{"a":b}', /not valid JSON.*PowerShell/],
    [
      'text for people',
      '\nTerraform will perform the following actions:\n\n  # aws_lb.a will be created\n',
      /human-readable/,
    ],
    ['text for people, in colour', '\u001b[1mTerraform used the selected providers to generate', /human-readable/],
    ['a state for people', '# aws_lb.a:\nresource "aws_lb" "a" {\n}\n', /human-readable/],
    ['other text', 'Error: no such file', /not JSON/],
    ['null', 'null', /`null`/],
    ['an array', '[]', /a JSON array/],
    ['a number', '7', /a single JSON value/],
    ['another object', '{"name":"x"}', /neither a Terraform plan or state, nor a stack of CDKTF, nor a CloudFormation/],
    ['a raw state file', '{"version":4,"lineage":"x","serial":1,"resources":[]}', /raw state file/],
    ['a raw state file of version 3', '{"version":3,"modules":[]}', /raw state file/],
    [
      'a redacted plan',
      '{"plan_format_version":"1.2","provider_schemas":{},"resource_changes":[]}',
      /redacted plan of HCP/,
    ],
    ['a plan of Terraformer', '{"Version":"0.8","ImportedResource":{}}', /Terraformer/],
    ['an Infracost breakdown', '{"version":"0.2","projects":[]}', /Infracost/],
    ['a configuration of OpenTofu', '{"provider_config":{},"root_module":{}}', /configuration alone/],
    ['the manifest of a CDK app', '{"version":"55.0.0","artifacts":{}}', /manifest of a synthesised app.*folder/],
    [
      'the manifest of a CDKTF app',
      '{"version":"0.21.0","stacks":{"shop":{}}}',
      /manifest of a synthesised app.*folder/,
    ],
    ['configuration of Terraform', 'resource "aws_lb" "public" {\n  name = "x"\n}\n', /\(HCL\).*without `--hcl`/],
    [
      'what is noted beside HCL',
      '{"//":{"metadata":{}},"resource":{"aws_lb":{"a":{"//":{"metadata":{"path":"shop/a"}}}}}}',
      /notes beside a stack that is written as HCL/,
    ],
    ['a block without labels', '\nterraform {\n}\n', /\(HCL\)/],
    [
      'YAML that is no template',
      'service: shop\nresources:\n  Resources: { A: {} }\n',
      /not JSON, nor a CloudFormation template/,
    ],
    ['a stack without end', `{"resource":{"a":${'['.repeat(600)}${']'.repeat(600)}}}`, /nested more than 500 levels/],
    [
      'a collected document without end',
      `{"format":"holdfast-collection","version":1,"regions":${'['.repeat(600)}${']'.repeat(600)}}`,
      /nested more than 500 levels/,
    ],
    [
      'a collected document of another version',
      '{"format":"holdfast-collection","version":2}',
      /another version than 1/,
    ],
    ['a collected document that is not whole', '{"format":"holdfast-collection","version":1}', /without its list/],
    ['a template that is cut short', '{"Resources":{"Lb":{"Type":"AWS::Some', /neither JSON nor YAML/],
    ['counts for a merge request', '{"create":1,"update":0,"delete":0}', /merge request widget/],
    ['a plan without version', JSON.stringify({ ...plan([]), format_version: undefined }), /without `format_version`/],
    [
      'a plan of a later major version',
      JSON.stringify({ ...plan([]), format_version: '2.0' }),
      /format version `2\.0`/,
    ],
    ['a version that is none', JSON.stringify({ ...plan([]), format_version: '10' }), /format version `10`/],
    ['a hostile version', JSON.stringify({ ...plan([]), format_version: `${secret} <b>` }), /is not a version/],
  ];
  it.each(broken)('refuses %s', (_, text, message) => {
    expect(reading(text)).toThrow(InputError);
    expect(reading(text)).toThrow(message);
    expect(reading(text)).toThrow(/^plan\.json: /);
    expect(reading(text)).not.toThrow(secret);
  });

  const forms: readonly (readonly [string, string, string])[] = [
    ['a stack', 'cdktf', '{"//":{"metadata":{"version":"0.21.0"}},"resource":{"aws_lb":{"a":{"name":"a"}}}}'],
    ['a stack that is empty', 'cdktf', '{"//":{"metadata":{"stackName":"x"}},"terraform":{"backend":{}}}'],
    ['JSON that was written for Terraform by hand', 'cdktf', '{"resource":{"aws_lb":{"a":{"name":"a"}}}}'],
    [
      'a stack whose resources need no arguments',
      'cdktf',
      '{"//":{"metadata":{}},"provider":{"random":[{}]},"resource":{"random_uuid":{"a":{"//":{"metadata":{}}}}}}',
    ],
    ['the same in lists', 'cdktf', '{"resource":[{"aws_lb":{"a":[{"name":"a"}]}}]}'],
    ['a template', 'template', '{"Resources":{"Lb":{"Type":"AWS::S3::Bucket"}}}'],
    ['a template that is empty', 'template', '{"AWSTemplateFormatVersion":"2010-09-09"}'],
    [
      'an empty stack of the AWS CDK',
      'template',
      '{"Parameters":{"BootstrapVersion":{"Type":"AWS::SSM::Parameter::Value<String>"}},"Rules":{}}',
    ],
    ['a template in YAML', 'template', '# ours\nResources:\n  Lb:\n    Type: AWS::S3::Bucket\n'],
    ['one that begins with its version', 'template', '---\nAWSTemplateFormatVersion: "2010-09-09"\nResources: {}\n'],
    ['one with quoted keys and Windows lines', 'template', '"Transform": x\r\n"Resources":\r\n  A: {Type: B}\r\n'],
    ['a JSON template with a comma too many', 'template', '{"Resources":{"Lb":{"Type":"AWS::S3::Bucket"},}}'],
  ];
  it.each(forms)('reads %s, whatever its file is called', (_, source, text) => {
    const read = readDocument('x', new TextEncoder().encode(text), kinds);
    expect(read.map((one) => [one.document, one.source])).toEqual([['x', source]]);
  });

  it('says which document it refuses', () => {
    try {
      reading('null')();
    } catch (error) {
      expect(error).toMatchObject({ problems: [{ location: { document: 'plan.json' } }] });
    }
    expect.assertions(1);
  });

  const versions: readonly (readonly [string, RegExp | null])[] = [
    ['0.1', /^format version 0\.1/],
    ['0.2', /^format version 0\.2/],
    ['1.0', null],
    ['1.2', null],
    ['1.9', /^format version 1\.9 is newer/],
  ];
  it.each(versions)('reads format version %s', (version, note) => {
    const { notes } = read({ ...plan([row('aws_lb.a', {})]), format_version: version });
    if (note === null) expect(notes).toEqual([]);
    else
      expect(notes).toEqual([expect.objectContaining({ level: 'info', why: expect.stringMatching(note) as string })]);
  });
});
