import type { Json, Location } from '../../core/setting';
import { items, own } from '../json';

/** More frames than lie between a construct and the program that made it. */
const mostFrames = 200;

/**
 * Where a construct was made, as its `//.metadata.stackTrace` tells (written where source locations are switched on): the
 * first frame that is neither of a package nor of Node itself. Frames end with `(FILE:LINE:COLUMN)` or `FILE:LINE:COLUMN`.
 */
export function madeAt(metadata: Json | undefined): Pick<Location, 'file' | 'line' | 'column'> {
  for (const frame of items(own(metadata, 'stackTrace')).slice(0, mostFrames)) {
    const place = typeof frame === 'string' && frame.length < 2000 ? placeIn(frame) : null;
    if (place !== null) return place;
  }
  return {};
}

function placeIn(frame: string): Pick<Location, 'file' | 'line' | 'column'> | null {
  const inside = frame.endsWith(')')
    ? frame.slice(frame.indexOf(' (') + 2, -1)
    : frame.replace(/^\s*(?:at )?(?:async )?/, '');
  const [, file, line, column] = /^(.*):(\d{1,9}):(\d{1,9})$/.exec(inside) ?? [];
  if (file === undefined || /^(?:node:|internal\/|<anonymous>)|[\\/]node_modules[\\/]/.test(file)) return null;
  return { file: file.replace(/^file:\/\//, ''), line: Number(line), column: Number(column) };
}
