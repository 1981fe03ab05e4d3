import {
  boolYaml11Tag,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  FAILSAFE_SCHEMA,
  floatYaml11Tag,
  intYaml11Tag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  type Schema,
} from 'js-yaml';
import { table, type Json } from '../../core/setting';

/** The functions that have a short form (CloudFormation user guide, "Intrinsic function reference"). */
const functions = [
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
];
const written: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

/**
 * YAML 1.1 as CloudFormation takes it ("supports the YAML Version 1.1 specification with a few exceptions": no binary, omap,
 * pairs, set and timestamp; https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html): a date stays
 * text. Short forms become the long ones. Merges are read, since `aws cloudformation package` writes them out.
 */
export const templateSchema: Schema = FAILSAFE_SCHEMA.withTags(
  nullYaml11Tag,
  // `y` and `n` are names of properties (of a widget, say), and no parser in use takes them for booleans.
  {
    ...boolYaml11Tag,
    resolve: (source) => (source.length === 1 ? NOT_RESOLVED : boolYaml11Tag.resolve(source, true, '')),
  },
  intYaml11Tag,
  floatYaml11Tag,
  mergeTag,
  defineMappingTag<Record<string, unknown>>('tag:yaml.org,2002:map', { ...mapTag, create: () => table<unknown>() }),
  [...written].flatMap(([tag, name]) => [
    defineScalarTag<Json>(tag, {
      resolve: (source) => longForm(name, source === '' && name !== 'Fn::GetAZs' ? null : source),
      identify: () => false,
    }),
    defineSequenceTag<Json[], Json>(tag, {
      create: () => [],
      addItem: (list, item) => void list.push(item as Json),
      finalize: (list) => longForm(name, list),
      identify: () => false,
    }),
    defineMappingTag<Record<string, unknown>, Json>(tag, {
      ...mapTag,
      create: () => table<unknown>(),
      finalize: (entries) => longForm(name, entries as Record<string, Json>),
      keys: () => [],
      get: () => null,
    }),
  ]),
);

function longForm(name: string, argument: Json): Json {
  return table([[name, argument]]);
}
