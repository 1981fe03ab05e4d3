/** A connection string taken apart. These are texts of the string itself, so they do not leave this folder. */
export type TakenApart = {
  /** What stands before `://` of a URL, in lower case. */
  readonly scheme: string | null;
  /** Name and value of each parameter, decoded; `null` for a value that cannot be decoded. */
  readonly pairs: readonly (readonly [name: string, value: string | null])[];
};

/** A connection string that its own driver cannot read either. `why` follows the name of the variable and quotes nothing. */
export type Unreadable = { readonly why: string; readonly settles: string };

/** What a form makes of a text; `null` where it is not of that form. */
export type Apart = TakenApart | Unreadable | null;

/** Stands for the parts of a text that are not known: no connection string holds this character for itself. */
export const opaque = '\uFFFC';
