/** Order by code unit, for sorting: `localeCompare` would differ between machines. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
