import type { Note } from '../../core/fact';
import { table } from '../../core/setting';
import type { EvaluatedResource } from '../evaluated/resource';
import { own, textOf } from '../json';
import { attributeOf, attributesOf } from './attributes';
import type { Estate, Instance, Instances } from './estate';
import { eachOf, instancesOf } from './instances';
import type { Judged } from './judged';
import { providerArguments, regionOf } from './provider';
import type { Block, Labelled, Stack } from './stack';
import { madeAt } from './stack-trace';

/** The resources of a stack, and what is to be said about how they were read. */
export type StackResources = {
  readonly resources: readonly EvaluatedResource[];
  readonly notes: readonly Note[];
  /** The variables, of any stack, whose defaults something judged rests on. */
  readonly variables: ReadonlySet<Labelled>;
};

/** One resource for each instance of each block; those of a type that no kind describes without their attributes. */
export function resourcesOf(estate: Estate, stack: Stack, judgedByType: ReadonlyMap<string, Judged>): StackResources {
  const resources: EvaluatedResource[] = [];
  const notes: Note[] = [];
  const variables = new Set<Labelled>();
  for (const block of stack.resources.values()) {
    const judged = judgedByType.get(block.type);
    const instances = instancesOf(estate, block);
    for (const instance of eachOf(instances)) {
      resources.push(resourceOf(estate, instance, judged));
      if (judged !== undefined) defaultsOf(estate, instance, judged).forEach((variable) => variables.add(variable));
    }
    if (judged !== undefined && instances.as === 'stand-in') notes.push(standInNote(instances));
  }
  return { resources, notes, variables };
}

function resourceOf(estate: Estate, instance: Instance, judged: Judged | undefined): EvaluatedResource {
  const { block, id, address } = instance;
  const { construct, ...location } = locationOf(block);
  const region = regionOf(estate, instance);
  return {
    id,
    source: 'cdktf',
    type: block.type,
    subject: address,
    names: construct === undefined ? [] : [construct],
    attributes: judged === undefined ? table() : attributesOf(estate, instance),
    provider: judged === undefined ? table() : providerArguments(estate, block, judged.provider),
    identity: region === undefined ? {} : { region },
    location: construct === undefined ? location : { ...location, construct },
  };
}

/** What stands in the document about where a block was made: nothing for one that only an override of the stack adds. */
function locationOf({ stack, pointer, body }: Block): EvaluatedResource['location'] {
  const metadata = own(own(body, '//'), 'metadata');
  const construct = textOf(own(metadata, 'path'));
  return { document: stack.document, pointer, ...(construct !== undefined && { construct }), ...madeAt(metadata) };
}

function defaultsOf(estate: Estate, instance: Instance, { attributes, provider }: Judged): ReadonlySet<Labelled> {
  return estate.trail.watched(() => {
    instancesOf(estate, instance.block);
    for (const name of attributes) attributeOf(estate, instance, name);
    providerArguments(estate, instance.block, provider);
  }).variables;
}

function standInNote({ only, argument, why }: Extract<Instances, { as: 'stand-in' }>): Note {
  return {
    what: only.address,
    why: `how many instances it has is not known, since its \`${argument}\` ${why}; it is judged as one`,
    level: 'info',
    location: locationOf(only.block),
  };
}
