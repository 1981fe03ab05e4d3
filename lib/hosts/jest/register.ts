// What is augmented has to be in view; nothing of it is left at run time.
import type {} from 'expect';
import { toMeetQuerySla, type MatcherOptions } from './to-meet-query-sla';

// Both worlds of types: the global `expect` of @types/jest, and the `expect` that is imported from @jest/globals.
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    interface Matchers<R, T> {
      /** Every timer on the workloads' paths outlives what was promised. */
      toMeetQuerySla(options?: MatcherOptions): R;
    }
  }
}
declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface Matchers<R extends void | Promise<void>, T> {
    /** Every timer on the workloads' paths outlives what was promised. */
    toMeetQuerySla(options?: MatcherOptions): R;
  }
}

// Jest may be told to inject no global; `expect.extend({ toMeetQuerySla })` does the same then.
const expect: unknown = Reflect.get(globalThis, 'expect');
const extend: unknown = typeof expect === 'function' ? Reflect.get(expect, 'extend') : undefined;
if (typeof extend === 'function') extend.call(expect, { toMeetQuerySla });
