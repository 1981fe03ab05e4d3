import type { Fact, Link } from '../../lib/core/fact';
import type { Json } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { factsOf } from '../../lib/read/evaluated/facts';
import type { Evaluated } from '../../lib/read/evaluated/value';
import { answered, templated } from '../read/evaluated/_resources';
import { shown } from './resource';

/** The resources of a template: type and properties by logical id. */
export type Resources = {
  readonly [logicalId: string]: readonly [type: string, properties?: { readonly [name: string]: Json | Evaluated }];
};

/** What a template with these resources says, by `kind logical id`. */
export function factsIn(resources: Resources): ReadonlyMap<string, Fact> {
  return factsMade(resources, templated);
}

/** What an account with these resources says, by `kind name`: types and answers by name. */
export function factsInAccount(resources: Resources): ReadonlyMap<string, Fact> {
  return factsMade(resources, answered);
}

function factsMade(resources: Resources, make: typeof templated): ReadonlyMap<string, Fact> {
  const { facts } = factsOf(
    Object.entries(resources).map(([name, [type, attributes]]) => make(type, name, attributes)),
    kinds,
  );
  return new Map(facts.map((fact) => [`${fact.kind} ${fact.subject}`, fact]));
}

/** `!Ref` of another resource, or `!GetAtt` of one of its attributes. */
export function ref(logicalId: string, attribute: string | null = null): Evaluated {
  const text = attribute === null ? `!Ref ${logicalId}` : `!GetAtt ${logicalId}.${attribute}`;
  return { is: 'reference', to: `template#${logicalId}`, attribute, text };
}

/** What a fact says of each setting. */
export function settingsOf(fact: Fact | undefined): { readonly [name: string]: ReturnType<typeof shown> } {
  return Object.fromEntries(Object.entries(fact?.settings ?? {}).map(([name, setting]) => [name, shown(setting)]));
}

/** Where each link of a fact leads: logical ids and names; those that are unset are left out. */
export function linksOf(fact: Fact | undefined): { readonly [name: string]: readonly string[] } {
  return Object.fromEntries(
    Object.entries(fact?.links ?? {}).flatMap(([name, links]) => {
      const ends = links.filter((link) => link.state !== 'absent').map(endOf);
      return ends.length === 0 ? [] : [[name, ends]];
    }),
  );
}

function endOf(link: Link): string {
  if (link.state !== 'linked') return link.state;
  return 'id' in link.to ? link.to.id.replace(/^(template|account)#/, '') : `named ${link.to.name}`;
}
