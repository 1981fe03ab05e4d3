import { Command } from 'commander';
import type { Help } from 'commander';
import { columnsOf } from './colour';
import { addAudit } from './commands/audit';
import { addCheck } from './commands/check';
import { addCollect } from './commands/collect';
import { addCompletion } from './commands/completion';
import type { AddCommand, Session } from './commands/command';
import { addExplain } from './commands/explain';
import { addInit } from './commands/init';
import { addList } from './commands/list';
import { addProbe } from './commands/probe';
import { addServe } from './commands/serve';
import { addTimeline } from './commands/timeline';
import { addValidate } from './commands/validate';
import { ownVersion } from './own-version';

const commands: readonly AddCommand[] = [
  addCheck,
  addAudit,
  addCollect,
  addTimeline,
  addProbe,
  addExplain,
  addList,
  addValidate,
  addInit,
  addServe,
  addCompletion,
];

/** The command line: what there is to say, and what each word of it does. */
export function program(session: Session): Command {
  const { io } = session;
  const made = new Command('holdfast')
    .description('Proves that every timer between a caller and PostgreSQL outlives the query.')
    .usage('COMMAND [options]')
    .version(`holdfast ${ownVersion()}`, '--version', 'the version')
    .helpOption('-h, --help', 'this page')
    .helpCommand(false)
    .addHelpText(
      'after',
      'holdfast COMMAND --help says more.\nExample: holdfast check --max-query-duration 30s plan.json',
    )
    .configureHelp({ formatHelp })
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: (text, write) => write(withoutValues(text.replace(/^error: /, 'holdfast: '))),
      getOutHelpWidth: () => columnsOf(io),
      getErrHelpWidth: () => columnsOf(io),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  for (const add of commands) add(made, session);
  return made;
}

/** An option that is misspelt is repeated, and what follows its `=` may be an address with a password. */
function withoutValues(text: string): string {
  return text.replace(/'(--[^='\s]+)=.*'/s, "'$1'");
}

/**
 * Help without blank lines and headings, so that a page fits one screen. Options of a group are explained elsewhere: the page
 * says where.
 */
function formatHelp(command: Command, help: Help): string {
  const entries = [
    ...help.visibleCommands(command).map((one) => [one.name(), one.description()] as const),
    ...help
      .visibleOptions(command)
      .filter((one) => one.helpGroupHeading === undefined)
      .map((one) => [one.flags.replace(/[<>]/g, ''), one.description] as const),
  ];
  const columns = Math.max(...entries.map(([term]) => term.length)) + 2;
  const lines = entries.map(([term, text]) => `  ${term.padEnd(columns)}${text}`);
  return `${[`Usage: ${help.commandUsage(command)}`, command.description(), ...lines].join('\n')}\n`;
}
