import path from 'node:path';
import type { Json, Table } from '../../core/setting';
import type { Document } from '../../read/documents';
import { isObject, type JsonObject } from '../../read/json';
import {
  listedConstructs,
  nestedStackPath,
  pathsIn,
  type ListedConstructs,
} from '../../read/cloudformation/listed-constructs';
import { readManifest, uploads, type ListedTemplate, type Manifest } from '../../read/manifest';
import { nestedTemplates } from '../../read/nested-templates';
import { manifestIn, type Collection } from './collection';

type Listed = Extract<Manifest, { of: 'cdk' }>;

/**
 * Takes in what the AWS CDK wrote into a folder below the app's: the templates that its manifest lists, those that they nest,
 * and those of its stages.
 */
export function takeListed(into: Collection, below: string, { templates, stages, missing }: Listed): void {
  const uploaded = uploadsIn(into, below);
  for (const { file, metadata, ...template } of templates) {
    const listed = listedConstructs(metadataIn(into, below, metadata));
    takeTemplate(into, below, file, template, { uploaded, listed, nested: null });
  }
  if (missing.length > 0) {
    into.complain(
      manifestIn(below),
      `lists questions to the account that have no answer (${missing.join(', ')}), so its templates hold placeholders; ` +
        'run `cdk synth` with access to the account and check again',
    );
  }
  for (const stage of stages) takeStage(into, path.posix.join(below, stage));
}

/** Takes in every template in a folder and in its stages: without a manifest nothing says which are left from before. */
export function takeAll(into: Collection, below = ''): void {
  const uploaded = uploadsIn(into, below);
  const names = into.folder.names(below);
  const templates = names.filter((name) => name.endsWith('.template.json'));
  const isNested = (name: string): boolean => name.endsWith('.nested.template.json');
  // Parents first, so that what they nest is known as that.
  for (const file of [...templates.filter((name) => !isNested(name)), ...templates.filter(isNested)]) {
    takeTemplate(into, below, file, {}, { uploaded, listed: [], nested: null });
  }
  for (const stage of below === '' ? names.filter((name) => name.startsWith('assembly-')) : []) {
    if (into.folder.names(stage).includes(manifestIn(''))) takeStage(into, stage);
    else takeAll(into, stage);
  }
}

function takeStage(into: Collection, below: string): void {
  // A stage that is a folder around it, by a link, would have no end.
  if (!into.enter(below)) return;
  const file = manifestIn(below);
  const body = into.json(file);
  if (body === null) return;
  const manifest = readManifest(body);
  if (manifest.of === 'cdk') return takeListed(into, below, manifest);
  into.complain(file, 'is not the manifest of a stage of the AWS CDK; synthesise the app again');
}

/** What is known beside a template: uploaded files, the constructs of its outermost stack, and the nested stack it is of. */
type Beside = {
  readonly uploaded: Table<string>;
  readonly listed: ListedConstructs;
  readonly nested: string | null;
};

function takeTemplate(
  into: Collection,
  below: string,
  file: string,
  template: NonNullable<Document['template']>,
  { uploaded, listed, nested }: Beside,
): void {
  const constructs = pathsIn(listed, nested);
  const known = { ...template, ...(Object.keys(constructs).length > 0 && { constructs }) };
  const document = into.add(path.posix.join(below, file), { template: known });
  const body = document === null ? null : objectIn(document);
  if (document === null || body === null) return;
  const { account, region } = template;
  for (const { logicalId, file: beside } of nestedTemplates(body, uploaded)) {
    const where = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
    const inside = nestedStackPath(constructs[logicalId] ?? '');
    takeTemplate(
      into,
      below,
      beside,
      { ...where, nestedIn: { document: document.name, logicalId } },
      // Without its path, nothing tells which of the listed constructs are in it.
      { uploaded, listed: inside === null ? [] : listed, nested: inside },
    );
  }
}

function metadataIn(into: Collection, below: string, metadata: ListedTemplate['metadata']): Json | undefined {
  if ('inline' in metadata) return metadata.inline;
  const file = path.posix.join(below, metadata.file);
  return into.folder.names(path.posix.dirname(file)).includes(path.posix.basename(file))
    ? (into.json(file) ?? undefined)
    : undefined;
}

/** What is no JSON nests nothing here; the reader says what is wrong with it. */
function objectIn({ bytes }: Document): JsonObject | null {
  try {
    const body = JSON.parse(new TextDecoder().decode(bytes)) as Json;
    return isObject(body) ? body : null;
  } catch {
    return null;
  }
}

/** The asset manifests of a folder. One that is stale names files by their content, so it does no harm. */
function uploadsIn(into: Collection, below: string): Table<string> {
  const names = into.folder.names(below).filter((name) => name.endsWith('.assets.json'));
  return uploads(names.flatMap((name) => into.json(path.posix.join(below, name)) ?? []));
}
