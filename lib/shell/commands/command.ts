import type { Command } from 'commander';
import type { Io } from '../io';

/** What every command is given: the world, and where its exit code goes. */
export type Session = { readonly io: Io; readonly exit: (code: number) => void };

/** Adds one command to the program. */
export type AddCommand = (program: Command, session: Session) => void;
