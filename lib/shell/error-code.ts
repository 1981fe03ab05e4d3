/** `ENOENT`, `ERR_REQUIRE_ESM`: the code of a system or module error; `undefined` where an error has none. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
