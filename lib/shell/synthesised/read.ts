import { readManifest } from '../../read/manifest';
import { takeAll, takeListed } from './cdk';
import { closedFolder, type ClosedFolder } from './closed-folder';
import { collectionOf, manifestIn, type Collection, type Synthesised } from './collection';

/**
 * What CDKTF or the AWS CDK wrote into a folder that is called `name`: what its manifest lists, since stacks that are gone
 * stay behind; without a manifest (the synth ended half-way) all that looks like theirs. What cannot be read, or lies outside
 * the folder, is a problem, and so is a folder with nothing of theirs.
 */
export function synthesisedIn(name: string, path: string): Synthesised {
  const folder = closedFolder(name, path);
  const into = collectionOf(folder);
  if (folder.names('').includes(manifestIn(''))) takeManifest(into);
  else takeUnlisted(into);
  const { documents, problems } = into;
  return documents.length + problems.length > 0
    ? into
    : { documents, problems: [{ message: whyNothing(name, folder) }] };
}

function takeManifest(into: Collection): void {
  const file = manifestIn('');
  const body = into.json(file);
  if (body === null) return;
  const manifest = readManifest(body);
  switch (manifest.of) {
    case 'cdktf':
      for (const { id, file: stack } of manifest.stacks) into.add(stack, { stack: id });
      break;
    case 'cdk':
      takeListed(into, '', manifest);
      break;
    case 'other':
      return into.complain(
        file,
        `is ${manifest.why}; name a plan, a stack or a template, or the folder of a synthesised app`,
      );
  }
  const isEmpty = into.documents.length + into.problems.length === 0;
  if (isEmpty) into.complain(file, 'lists no stack, so there is nothing to judge; synthesise the app again');
}

/** A single stack's folder has its file at the top. */
function takeUnlisted(into: Collection): void {
  const { names } = into.folder;
  if (names('').includes(stackFile)) into.add(stackFile, {});
  for (const stack of names('stacks')) {
    if (names(`stacks/${stack}`).includes(stackFile)) into.add(`stacks/${stack}/${stackFile}`, { stack });
  }
  takeAll(into);
}

const stackFile = 'cdk.tf.json';

/** How many candidates a message names. */
const most = 5;

function whyNothing(name: string, { names, nameOf }: ClosedFolder): string {
  const inside = names('');
  const synthesised = inside.filter((one) => one === 'cdktf.out' || one === 'cdk.out');
  const documents = inside.filter((one) =>
    /^(?!\.|package|tsconfig|holdfast|cdk(tf)?\.json).*\.(json|ya?ml|template)$/i.test(one),
  );
  const candidates = synthesised.length > 0 ? synthesised : documents;
  const named = candidates.slice(0, most).map(nameOf).join(', ');
  const instead = candidates.length === 0 ? hint(inside) : `name what is meant: ${named}`;
  return (
    `${name} holds no synthesised app: neither ${manifestIn('')}, stacks/*/${stackFile} nor *.template.json is in it, so ` +
    `nothing in it was read; ${instead}`
  );
}

function hint(inside: readonly string[]): string {
  return inside.some((one) => one.endsWith('.tf'))
    ? 'make a plan of it (terraform plan -out=p; terraform show -json p > plan.json) and name that'
    : 'name a plan, a stack or a template, or the folder of a synthesised app (cdktf.out, cdk.out)';
}
