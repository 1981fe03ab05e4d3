import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { InputError } from '../../core/input-error';
import type { ProbeVerdict } from '../../core/probe';
import type { ProbeReport } from '../../core/probe-report';
import type { Seconds } from '../../core/setting';
import { jsonText } from '../../report/json-text';
import { renderProbe } from '../../report/probe';
import { usableWidth } from '../../report/wrap';
import { columnsOf, paint, wantsColour } from '../colour';
import { applyEnvironment, type Exclusive } from '../environment';
import { readEstate, type Promised } from '../estate';
import { interruptedCode, interruptible } from '../interrupt';
import type { Io } from '../io';
import * as options from '../options';
import { parseSource } from '../postgres/parse-source';
import { goalOf, parseMoments } from '../probe/goal';
import { parseTarget } from '../probe/http';
import { probePostgres, type Probed } from '../probe/postgres';
import { probeProgress } from '../probe/progress';
import { probeRequest } from '../probe/request';
import type { Stopped } from '../probe/watch';
import type { AddCommand } from './command';

type ProbeOptions = Promised & {
  readonly workload?: string;
  readonly postgres?: string;
  readonly http?: string;
  readonly idle?: Seconds;
  readonly at?: readonly Seconds[];
  readonly output: string;
  readonly color?: boolean;
};

const exclusive: Exclusive = [
  ['config', 'max-query-duration'],
  ['postgres', 'http'],
  ['http', 'idle'],
  ['http', 'at'],
];

const codes: Readonly<Record<ProbeVerdict, 0 | 1 | 2>> = { survived: 0, cut: 1, 'not-measured': 2 };

/** `holdfast probe`: measures the path from here. */
export const addProbe: AddCommand = (program, { io, exit }) => {
  const command = program
    .command('probe')
    .description('Measures the path from here with one silent query.')
    .argument('[files...]')
    .usage('[options] [WORKLOAD] [[LABEL=]FILE|DIR...]')
    .addHelpText(
      'after',
      `Run it where the client runs. It only SELECTs: settings, pg_stat_activity, and
pg_sleep(what was promised + 0.5 s). Ctrl-C cancels that on the server.
Exit: 0 survived; 1 cut; 2 could not be measured; 130 interrupted.
Example: holdfast probe checkout-api plan.json --postgres postgres://app@db/shop`,
    );
  const own = [
    new Option('--postgres <URL>', 'connect as the workload does ("": PGHOST ...)'),
    new Option('--http <URL>', 'one GET to an endpoint that runs the query, instead'),
    new Option('--idle <D>', 'pause for D on the open connection first').argParser(options.seconds),
    new Option('--at <LIST>', 'these moments instead, 60,350,15m; ends at a cut').argParser(moments),
    options.config(),
    new Option('--workload <NAME>', 'the workload, where a file has its name'),
    options.maxQueryDuration(),
    options.choice('-o, --output <FORMAT>', 'text (default) or json', ['text', 'json'], 'text'),
    ...options.colours(),
  ];
  for (const option of own) command.addOption(option);
  command.action(async (args: string[], _: unknown, self: Command) => {
    // HOLDFAST_OUTPUT is about reports.
    applyEnvironment(self, { ...io.env, HOLDFAST_OUTPUT: undefined }, exclusive);
    exit(await probe(args, self.opts<ProbeOptions>(), io));
  });
};

async function probe(args: readonly string[], asked: ProbeOptions, io: Io): Promise<number> {
  const probed = await measured(args, asked, io);
  if (probed.is === 'interrupted') {
    const left = asked.http === undefined ? stoppedText(probed.stopped) : 'the query may run on behind the endpoint';
    io.stderr(`holdfast: interrupted: ${left}; nothing was measured\n`);
    return interruptedCode;
  }
  const { report } = probed;
  io.stdout(asked.output === 'json' ? jsonText(report) : textOf(report, asked, io));
  return codes[report.verdict];
}

async function measured(args: readonly string[], asked: ProbeOptions, io: Io): Promise<Probed> {
  const { postgres, http } = asked;
  if (postgres === undefined && http === undefined) {
    const message =
      'nothing says what to measure; name the server as the workload does, --postgres postgres://USER@HOST/DATABASE, ' +
      'or an endpoint that runs its query, --http URL';
    throw new InputError([{ message }]);
  }
  // All that the user wrote is read before the first connection.
  const goal = goalOf(args, asked, io.cwd);
  const url = http === undefined ? null : parseTarget(http);
  const address = url === null ? parseSource(postgres ?? '', io.env) : null;
  const readings = goal.files.length === 0 ? [] : readEstate(goal.files, null, io).readings;
  const progress = probeProgress(io);
  const said = (): void => {
    progress.end();
    const doing = address === null ? 'giving the request up' : 'ending what runs on the server';
    io.stderr(`holdfast: interrupted; ${doing}, once more ends at once\n`);
  };
  return interruptible(io, said, async (signal) => {
    try {
      if (address !== null)
        return await probePostgres({ goal, readings, address, idle: asked.idle ?? 0, signal, progress });
      const report = url === null ? null : await probeRequest({ goal, readings, url, signal, progress });
      return report === null ? { is: 'interrupted', stopped: null } : { is: 'reported', report };
    } finally {
      progress.end();
    }
  });
}

function textOf(report: ProbeReport, { color }: ProbeOptions, io: Io): string {
  return renderProbe(report, { width: usableWidth(columnsOf(io)), paint: paint(wantsColour(color, io)) });
}

function stoppedText(stopped: Stopped | null): string {
  if (stopped === null) return 'no query of the probe runs on a server';
  if (stopped.is === 'ended') return 'the query was cancelled, and its backend is gone';
  return stopped.is === 'still-running'
    ? 'the query runs on at the server: neither a cancel request nor pg_terminate_backend ended it'
    : `the query may run on at the server until its time is over, since ${stopped.why}`;
}

function moments(value: string): readonly Seconds[] {
  const parsed = parseMoments(value);
  if ('reason' in parsed) throw new InvalidArgumentError(`It ${parsed.reason}.`);
  return parsed.seconds;
}
