import { InputError } from '../core/input-error';

/** Refuses a document: throws an {@link InputError} whose message begins with the document's name. */
export function refuse(document: string, message: string): never {
  throw new InputError([{ message: `${document}: ${message}`, location: { document } }]);
}
