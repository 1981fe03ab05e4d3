import { fstatSync, readSync, writeSync } from 'node:fs';
import { InputError } from '../core/input-error';
import { errorCode } from './error-code';

/** What the command touches of the world. Tests hand in their own. */
export type Io = {
  readonly stdin: {
    /** Whether something is piped in; a terminal and `/dev/null` are not. */
    readonly isPiped: boolean;
    /** Everything on standard input. */
    readonly read: () => Uint8Array;
  };
  /** Writes a report. A reader that went away (`| head`) is no error. */
  readonly stdout: (text: string) => void;
  /** Writes everything else. */
  readonly stderr: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly now: () => Date;
  /** Whether standard output is a terminal. */
  readonly isTty: boolean;
  /** Columns of the terminal; `null` where there is none. */
  readonly columns: number | null;
  /** Columns of the terminal that standard error is; `null` where it is none. */
  readonly errorColumns: number | null;
  /** Tells of every request to stop (Ctrl-C, SIGTERM), and keeps it from ending the process. Returns what ends the listening. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** Ends the process at once. */
  readonly exitNow: (code: number) => void;
};

/** The world of this process. Reads and writes are synchronous, so that nothing is lost when the process ends. */
export function processIo(): Io {
  return {
    stdin: { isPiped: isPiped(), read: readStdin },
    stdout: writer(1),
    stderr: writer(2),
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    isTty: process.stdout.isTTY === true,
    columns: process.stdout.isTTY === true ? process.stdout.columns : null,
    errorColumns: process.stderr.isTTY === true ? process.stderr.columns : null,
    onInterrupt,
    exitNow: (code) => process.exit(code),
  };
}

const interrupts = ['SIGINT', 'SIGTERM'] as const;

function onInterrupt(listener: () => void): () => void {
  for (const signal of interrupts) process.on(signal, listener);
  return () => {
    for (const signal of interrupts) process.off(signal, listener);
  };
}

function isPiped(): boolean {
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile() || stats.isSocket();
  } catch {
    // Standard input is closed.
    return false;
  }
}

function readStdin(): Uint8Array {
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(1 << 20);
  for (;;) {
    try {
      const length = readSync(0, buffer, 0, buffer.length, null);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(Buffer.from(buffer.subarray(0, length)));
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EAGAIN') waitABit();
      // Windows says so at the end of a pipe.
      else if (code === 'EOF') return Buffer.concat(chunks);
      else throw new InputError([{ message: `standard input cannot be read (${code ?? 'no reason given'})` }]);
    }
  }
}

function writer(fd: 1 | 2): (text: string) => void {
  let isClosed = false;
  return (text) => {
    const bytes = Buffer.from(text);
    let written = 0;
    while (!isClosed && written < bytes.length) {
      try {
        written += writeSync(fd, bytes, written);
      } catch (error) {
        const code = errorCode(error);
        if (code === 'EAGAIN') waitABit();
        // The reader went away, or there is nowhere left to complain.
        else if (code === 'EPIPE' || code === 'EOF' || fd === 2) isClosed = true;
        else throw new InputError([{ message: `standard output cannot be written (${code ?? 'no reason given'})` }]);
      }
    }
  };
}

/** The other end of a non-blocking pipe needs a moment. */
function waitABit(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}
