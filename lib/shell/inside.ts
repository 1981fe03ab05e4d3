import path from 'node:path';

/** Whether a path is a folder or something below it. Both are absolute, and real where links could lead out. */
export function isInside(folder: string, target: string): boolean {
  const way = path.relative(folder, target);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
