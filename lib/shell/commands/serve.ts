import { InvalidArgumentError, Option, type Command } from 'commander';
import { InputError } from '../../core/input-error';
import { visibleText } from '../../report/visible';
import { applyEnvironment, type Exclusive } from '../environment';
import { interruptible } from '../interrupt';
import type { Io } from '../io';
import type { AddCommand } from './command';
import * as judging from './judging';
import type { JudgingOptions } from './judging';

type ServeOptions = Omit<JudgingOptions, 'output'> & {
  readonly runTask?: true;
  readonly host: string;
  readonly port: number;
  readonly tfcAddress: URL;
};

/** Not a flag: what stands on a command line is seen by everybody on the machine. */
const keyVariable = 'HOLDFAST_RUN_TASK_HMAC_KEY';

const exclusive: Exclusive = judging.exclusive.filter((group) => group.includes('config'));

/** The options of `holdfast check` that a server has too, and those of them that its own page explains. */
const shared = [
  'workload',
  'policy',
  'skip-policy',
  'policies',
  'partial',
  'baseline',
  'fail-on',
  'on-unknown',
  'soft-fail',
];
const explained = ['config', 'max-query-duration', 'partial', 'fail-on', 'on-unknown'];

/** `holdfast serve`: judges plans for HCP Terraform. */
export const addServe: AddCommand = (program, { io, exit }) => {
  const command = program
    .command('serve')
    .description('Judges plans for HCP Terraform, as a run task.')
    .addHelpText(
      'after',
      `Requests are believed where they are signed with the HMAC key of the run task,
which is in ${keyVariable}. It speaks HTTP: put what speaks HTTPS in
front of it. GET /healthz says that it is up. SIGTERM: it finishes what it has.
More options, about policies and verdicts: holdfast check --help.
Example: holdfast serve --run-task --host 0.0.0.0 -c holdfast.yaml`,
    );
  const own = [
    new Option('--run-task', 'answer as a run task'),
    new Option('--host <HOST>', 'listen there (default: 127.0.0.1)').default('127.0.0.1'),
    new Option('--port <PORT>', 'on this port (default: 8080; 0: any)').argParser(portIn).default(8080),
    new Option('--tfc-address <URL>', 'of Terraform Enterprise (default: app.terraform.io)')
      .argParser(addressIn)
      .default(new URL('https://app.terraform.io')),
  ];
  for (const option of own) command.addOption(option);
  for (const option of judging.judgingOptions()) {
    const name = option.name();
    if (explained.includes(name)) command.addOption(option);
    else if (shared.includes(name)) command.addOption(option.helpGroup('check'));
  }
  command.action(async (_: unknown, self: Command) => {
    applyEnvironment(self, io.env, exclusive);
    exit(await serve(self.opts<ServeOptions>(), io));
  });
};

async function serve(asked: ServeOptions, io: Io): Promise<number> {
  if (asked.runTask !== true) throw new InputError([{ message: 'serve what? write holdfast serve --run-task' }]);
  const key = io.env[keyVariable] ?? '';
  if (key === '') {
    const message =
      `${keyVariable} is not set, so requests of HCP Terraform could not be told from others; ` +
      'set it to the HMAC key of the run task';
    throw new InputError([{ message }]);
  }
  // All that the user wrote is read now, so that a mistake is told before the first run.
  const prepared = judging.prepare({ ...asked, output: [] }, io);
  const { failOn, onUnknown, softFail } = asked;
  const log = (line: string): void => io.stderr(`holdfast: ${visibleText(line)}\n`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- no other command loads a server.
  const { apiLimits, planJudge, startServer, terraformApi } = require('../serve') as typeof import('../serve');
  const stopping = (): void => log('stopping: what was accepted is finished first; a second Ctrl-C ends it now');
  return interruptible(io, stopping, async (signal) => {
    const server = await startServer({
      host: asked.host,
      port: asked.port,
      address: asked.tfcAddress,
      key,
      log,
      api: terraformApi(asked.tfcAddress, apiLimits),
      judge: planJudge(
        prepared,
        { failOn, onUnknown, softFail: softFail === true },
        (report) => judging.excuse(report, prepared, io),
        io,
      ),
    });
    log(`a run task of ${asked.tfcAddress.origin} listens on ${server.url}`);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await server.stop();
    return 0;
  });
}

function portIn(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Write a number from 0 to 65535.');
}

function addressIn(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.username !== '' || url.password !== '') throw new InvalidArgumentError('Write https://HOST.');
  // A stand-in on this machine is no secret's way out of it.
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) return url;
  throw new InvalidArgumentError('Write https://HOST: tokens go there.');
}
