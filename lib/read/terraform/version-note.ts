import type { Note } from '../../core/fact';
import { own, textOf, type JsonObject } from '../json';

/** A newer minor version only adds (both projects promise it); version 0 was written before Terraform 1.1. */
export function versionNotes(document: string, body: JsonObject, newestMinor: number): readonly Note[] {
  const version = textOf(own(body, 'format_version')) ?? '';
  const [major, minor = '0'] = version.split('.');
  if (major === '0') {
    return [
      info(
        document,
        `format version ${version}, written by Terraform before 1.1: it marks no sensitive values in its oldest form`,
      ),
    ];
  }
  if (Number(minor) > newestMinor) {
    return [info(document, `format version ${version} is newer than this version knows; what it adds was not read`)];
  }
  return [];
}

function info(document: string, why: string): Note {
  return { what: document, why, level: 'info', location: { document } };
}
