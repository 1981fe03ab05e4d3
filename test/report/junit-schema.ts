import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXml, type Element } from './xml-reader';

const schema = readXml(readFileSync(path.join(__dirname, 'fixtures/junit-10.xsd'), 'utf8'));

/** What junit-10.xsd says of one element: its attributes, which of them it needs, its children, whether it may hold text. */
type Rule = {
  readonly attributes: readonly string[];
  readonly required: readonly string[];
  readonly children: readonly string[];
  readonly holdsText: boolean;
};

const rules = new Map(
  schema.children.filter(({ name }) => name === 'xs:element').map((one) => [one.attributes['name'], ruleOf(one)]),
);

/** What the schema finds wrong with a report, by the attributes, children and text that it allows each element. */
export function junitErrors(xml: string): readonly string[] {
  const root = readXml(xml);
  return root.name === 'testsuites' ? errorsOf(root) : [`the root is ${root.name}`];
}

function ruleOf(declared: Element): Rule {
  const inside = descendants(declared);
  const attributes = inside.filter(({ name }) => name === 'xs:attribute').map((one) => one.attributes);
  return {
    attributes: attributes.map((one) => one['name']!),
    required: attributes.filter((one) => one['use'] === 'required').map((one) => one['name']!),
    children: inside.filter(({ name }) => name === 'xs:element').map((one) => one.attributes['ref']!),
    holdsText: declared.attributes['type'] === 'xs:string' || inside.some((one) => one.attributes['mixed'] === 'true'),
  };
}

function descendants({ children }: Element): readonly Element[] {
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function errorsOf({ name, attributes, children, text }: Element): readonly string[] {
  const rule = rules.get(name);
  if (rule === undefined) return [`no element ${name}`];
  const written = Object.keys(attributes);
  return [
    ...written.filter((one) => !rule.attributes.includes(one)).map((one) => `${name} has no attribute ${one}`),
    ...rule.required.filter((one) => !written.includes(one)).map((one) => `${name} needs ${one}`),
    ...children.filter((one) => !rule.children.includes(one.name)).map((one) => `${name} holds no ${one.name}`),
    ...(rule.holdsText || text.trim() === '' ? [] : [`${name} holds no text`]),
    ...children.flatMap(errorsOf),
  ];
}
