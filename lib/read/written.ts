import type { Json } from '../core/setting';
import { isObject } from './json';

/** A value as provenance shows it: long text in short, and of what holds other values only how many. */
export function written(value: Json): string {
  if (isObject(value)) return `${Object.keys(value).length} keys`;
  if (Array.isArray(value)) return `${value.length} elements`;
  return shortened(String(value), 200);
}

/** The first `most` characters of a text, and a sign where there are more. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}...` : text;
}
