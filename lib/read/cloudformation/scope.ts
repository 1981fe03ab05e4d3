import type { Json } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import type { Estate } from './estate';
import type { Exports } from './exports';
import type { Stack } from './stack';
import { unknownValue } from './unknowns';

/** Where a value is evaluated. */
export type Scope = {
  readonly estate: Estate;
  readonly stack: Stack;
  readonly exports: Exports;
  /** Whether parameters have their defaults: in a condition they have not, since another deployment may pass another value. */
  readonly takesDefaults: boolean;
  /** Is told of each parameter that was taken at its default. */
  readonly onDefault: (stack: Stack, parameter: string) => void;
  /** Is told of each import that was taken from a stack whose name is not known. */
  readonly onGuess: (exported: string, from: Stack) => void;
  /** What is left of the work that one template may cause, in values and pieces of text. */
  readonly work: { left: number };
  readonly depth: number;
  /** The names that were followed to come here. */
  readonly way: readonly { readonly name: string; readonly of: Stack }[];
  readonly evaluate: (value: Json | undefined, scope: Scope) => Evaluated;
};

/** What one function makes of its argument. */
export type Intrinsic = (argument: Json, scope: Scope) => Evaluated;

/** A value inside the one that is being evaluated. */
export function inside(value: Json | undefined, scope: Scope): Evaluated {
  // Most values are plain: they need no scope of their own.
  return scope.evaluate(value, typeof value === 'object' ? { ...scope, depth: scope.depth + 1 } : scope);
}

/** The value behind a name (`parameter Idle`) of a stack, written there or in another one; unknown where it leads back to itself. */
export function follow(name: string, of: Stack, value: Json | undefined, scope: Scope, stack: Stack): Evaluated {
  if (isUnderWay(name, of, scope)) return unknownValue('refers to itself');
  return inside(value, { ...scope, stack, way: [...scope.way, { name, of }] });
}

/** Whether the value being evaluated is part of what a name stands for. */
export function isUnderWay(name: string, of: Stack, scope: Scope): boolean {
  return scope.way.some((one) => one.of === of && one.name === name);
}
