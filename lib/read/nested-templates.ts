import type { Json, Table } from '../core/setting';
import { entries, items, own, textOf, type JsonObject } from './json';
import { lastPart } from './manifest';

/** A resource that stands for a stack of its own, and the file with that stack's template, from its parent's folder. */
export type NestedTemplate = { readonly logicalId: string; readonly file: string };

/**
 * The stacks that a template of the AWS CDK nests: by the asset that is noted beside them (which an app does only when its
 * command line tool runs it), else by the name under which the file is uploaded (`uploaded`: file by object name). Paths are as
 * they are written, and may lead anywhere.
 */
export function nestedTemplates(body: JsonObject, uploaded: Table<string>): readonly NestedTemplate[] {
  return entries(own(body, 'Resources')).flatMap(([logicalId, resource]) => {
    if (own(resource, 'Type') !== 'AWS::CloudFormation::Stack') return [];
    const file = assetOf(resource) ?? uploadedFrom(own(own(resource, 'Properties'), 'TemplateURL'), uploaded);
    return file === undefined ? [] : [{ logicalId, file }];
  });
}

function assetOf(resource: Json): string | undefined {
  return textOf(own(own(resource, 'Metadata'), 'aws:asset:path'));
}

/** The address is put together from parts, of which the last ends with the object's name. */
function uploadedFrom(url: Json | undefined, uploaded: Table<string>): string | undefined {
  const text = textOf(url) ?? textOf(own(url, 'Fn::Sub')) ?? textOf(items(items(own(url, 'Fn::Join'))[1]).at(-1));
  return text === undefined ? undefined : uploaded[lastPart(text)];
}
