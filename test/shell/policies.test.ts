import { InputError } from '../../lib/core/input-error';
import { loadPolicies } from '../../lib/shell/policies';
import { ownPolicy, world } from './world';

/** Loads a folder with one file of that text. */
function load(text: string, name = 'own-alb-limit.js'): readonly string[] {
  const here = world();
  here.write(`mine/${name}`, text);
  return loadPolicies('mine', here.folder).map(({ id }) => id);
}

function problems(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

const body = ownPolicy.replace('module.exports = ', '').replace(/;\s*$/, '');

describe("a user's own policies", () => {
  it.each([
    ['module.exports', ownPolicy],
    ['exports.default', `exports.default = ${body};`],
    ['a name', `exports.policy = ${body};`],
    ['both a default and a name', `const it = ${body}; exports.default = it; exports.policy = it;`],
    ['other things beside it', `exports.limit = 100; exports.policy = ${body};`],
  ])('are exported by %s', (_, text) => {
    expect(load(text)).toContain('own-alb-limit');
  });

  it.each([
    ['nothing', '', 'mine/own-alb-limit.js exports no policy'],
    ['a number', 'module.exports = 1;', 'exports no policy'],
    ['two policies', `exports.a = ${body}; exports.b = ${body};`, 'exports several policies; write one per file'],
    ['no title', ownPolicy.replace(/title: .*/, ''), 'has a policy without title'],
    [
      'an id that is no name',
      ownPolicy.replace("'own-alb-limit'", "'Own_Limit'"),
      'whose id is not kebab-case: Own_Limit',
    ],
    [
      'another id than the file',
      ownPolicy.replace("'own-alb-limit'", "'other'"),
      'called other; a policy is called like its file: own-alb-limit',
    ],
    [
      'a severity that there is not',
      ownPolicy.replace("'error'", "'fatal'"),
      'severity is not one of error, warning, info',
    ],
    ['references that are no texts', ownPolicy.replace('refs: []', 'refs: [1]'), 'refs are not a list of texts'],
    ['a check that is none', `module.exports = { ...${body}, check: 1 };`, 'check is not a function'],
    [
      'a scope that there is not',
      ownPolicy.replace("'hop'", "'hops'"),
      'per is not one of timer, hop, client, role, estate',
    ],
    ['no kinds', ownPolicy.replace(/kinds: .*/, ''), 'kinds are not a list of texts'],
    ['no timers', ownPolicy.replace("'hop'", "'timer'"), 'judges are not a list of { timer, phase }'],
    [
      'a phase that there is not',
      ownPolicy.replace("'hop'", "'timer'").replace('kinds:', "judges: [{ timer: 'a.b', phase: 'x' }], kinds:"),
      'judges are not a list of { timer, phase }',
    ],
    ['what is no JavaScript', 'module.exports = {', 'mine/own-alb-limit.js cannot be loaded: '],
    ['what throws', "throw new Error('not today');", 'cannot be loaded: not today'],
  ])('are refused with %s', (_, text, message) => {
    expect(problems(() => load(text))).toEqual([expect.stringContaining(message)]);
  });

  it.each(['own-alb-limit.d.ts', 'own-alb-limit.test.js', '_shared.js', 'README.md'])(
    'are not looked for in %s',
    (name) => {
      expect(problems(() => load(ownPolicy, name))).toEqual([
        'mine holds no policy: no .js, .cjs, .mjs or .ts file (--policies DIR)',
      ]);
    },
  );

  it.each([
    ['a folder that is not there', 'nowhere', 'nowhere does not exist (--policies DIR)'],
    ['a file', 'ok.json', 'ok.json is a file, and a folder is asked for (--policies DIR)'],
  ])('are not found in %s', (_, name, message) => {
    expect(problems(() => loadPolicies(name, world().folder))).toEqual([message]);
  });

  it('tell all that is wrong at once', () => {
    const here = world();
    here.write('mine/a.js', '');
    here.write('mine/b.js', '');
    expect(problems(() => loadPolicies('mine', here.folder))).toHaveLength(2);
  });

  it('never replace one of ours', () => {
    const id = 'alb-idle-timeout-outlasts-query';
    const text = ownPolicy.replace("'own-alb-limit'", `'${id}'`);
    expect(problems(() => load(text, `${id}.js`))).toEqual([`two policies are called ${id}; rename yours`]);
  });
});

it('there is always a policy', () => {
  expect(loadPolicies(undefined, '.').length).toBeGreaterThan(0);
});
