import type { Json } from '../../core/setting';
import { entries, items, own, textOf } from '../../read/json';
import type { FailedCall } from '../../read/collection/collection';
import { atMost } from './at-most';
import { thrownBy, type Client, type Sdk } from './client';
import { verdictOf, type Verdict } from './refusal';
import { services, type ActionOf, type Call, type ServiceName } from './services';
import { untilAborted } from './until-aborted';

/** What kept an answer back; `gone`: the resource is no longer there, so that nothing is missing. */
export type Missing = FailedCall | 'gone';
export type Answer = { readonly answer: Json | undefined; readonly missing: Missing | null };
/** All items that came before the last page, or before the page that failed. */
export type List = { readonly items: readonly Json[]; readonly missing: Missing | null };

/** Asks one service in one Region. No call ever throws: one that fails says so in its answer. */
export type Asks<S extends ServiceName> = {
  /** `subject`: the resource that is asked for. */
  readonly one: (action: ActionOf<S>, input: object, subject: string) => Promise<Answer>;
  /** All pages. `subject` is `null` where all resources are asked for. */
  readonly all: (action: ActionOf<S>, input?: object, subject?: string | null) => Promise<List>;
};

/** What has been heard of a service so far. */
export type Tally = {
  readonly answered: number;
  /** Every call that failed, without those for resources that are gone. */
  readonly failed: readonly FailedCall[];
  /** Whether a failure was for want of valid credentials. */
  readonly lacksCredentials: boolean;
};

/** Calls of one service that are under way at a time, in one Region. */
const parallel = 8;
/** Calls of one action in a row that may stay without answer, before it is left alone. */
const patience = 3;

/** `onCall` is told after each answer and failure. */
export function asksOf<S extends ServiceName>(
  name: S,
  { sdk, client, signal, onCall }: { sdk: Sdk; client: Client; signal: AbortSignal; onCall: (tally: Tally) => void },
): { readonly asks: Asks<S>; readonly tally: () => Tally } {
  const service = services[name];
  const calls: Readonly<Record<string, Call>> = service.calls;
  const inTurn = atMost(parallel);
  const deniedForAll = new Map<string, Verdict>();
  const failed: FailedCall[] = [];
  let answered = 0;
  const unanswered = new Map<string, number>();
  let lacksCredentials = false;
  const tally = (): Tally => ({ answered, failed, lacksCredentials });

  function missing(action: string, subject: string | null, verdict: Verdict): Missing {
    if (verdict.means === 'gone' && subject !== null) return 'gone';
    const call: FailedCall = { service: service.prefix, action, subject, why: verdict.why, message: verdict.message };
    failed.push(call);
    return call;
  }

  /** Why a call is not even tried. */
  function hopeless(action: string): Verdict | undefined {
    if (signal.aborted) return { why: 'interrupted', message: 'interrupted before it was asked' };
    if ((unanswered.get(action) ?? 0) >= patience) {
      return { why: 'timed-out', message: `not asked: ${String(patience)} calls of it in a row stayed without answer` };
    }
    return deniedForAll.get(action);
  }

  async function call(action: string, input: object, subject: string | null): Promise<Answer> {
    return inTurn(async () => {
      const sent = hopeless(action) ?? (await send(action, input));
      const result: Answer =
        'why' in sent
          ? { answer: undefined, missing: missing(action, subject, sent) }
          : { answer: sent.answer, missing: null };
      onCall(tally());
      return result;
    });
  }

  async function send(action: string, input: object): Promise<Verdict | { readonly answer: Json }> {
    const Command = sdk[`${action}Command`];
    if (Command === undefined) {
      return { why: 'failed', message: `the installed ${service.package} is too old to ask it; update it` };
    }
    try {
      const sent = client
        .send(new Command(input), { abortSignal: signal })
        .then((answer) => ({ answer: answer as Json }));
      // Some of the SDK's own waits know nothing of the signal.
      const result = await untilAborted(sent, signal);
      if (result === undefined) return interrupted;
      if (!isOfAws(result.answer)) return notOfAws;
      answered += 1;
      unanswered.delete(action);
      return result;
    } catch (thrown) {
      const verdict = signal.aborted ? interrupted : verdictOf(thrownBy(thrown));
      unanswered.set(action, verdict.why === 'timed-out' ? (unanswered.get(action) ?? 0) + 1 : 0);
      if (verdict.means === 'credentials') lacksCredentials = true;
      if (verdict.why.startsWith('denied') && calls[action]?.allOrNone === true) deniedForAll.set(action, verdict);
      return verdict;
    }
  }

  async function pages(action: string, input: object, subject: string | null): Promise<List> {
    const paging = calls[action]?.pages;
    if (paging === undefined) throw new Error(`${action} has no pages`);
    const found: Json[] = [];
    const tokens = new Set<string>();
    let page: object = { ...input, ...paging.size };
    for (;;) {
      const { answer, missing: lost } = await call(action, page, subject);
      if (lost !== null) return { items: found, missing: lost };
      found.push(...items(at(answer, paging.items)));
      const token = textOf(at(answer, paging.next));
      if (token === undefined) return { items: found, missing: null };
      // It would be asked for ever.
      if (tokens.has(token)) return { items: found, missing: missing(action, subject, pagesInCircles) };
      tokens.add(token);
      page = { ...input, ...paging.size, [paging.token]: token };
    }
  }

  return {
    asks: {
      one: (action, input, subject) => call(action, input, subject),
      all: (action, input = {}, subject = null) => pages(action, input, subject),
    },
    tally,
  };
}

const interrupted: Verdict = { why: 'interrupted', message: 'interrupted before the answer came' };

const notOfAws: Verdict = {
  why: 'failed',
  message:
    'what answered is not AWS: there is neither content nor a request id; see which endpoint or proxy is between',
};

/** To the SDK a login page of a proxy, sent with HTTP 200, is an answer without anything in it: an empty account. */
function isOfAws(answer: Json): boolean {
  const hasRequestId = textOf(own(own(answer, '$metadata'), 'requestId')) !== undefined;
  return hasRequestId || entries(answer).some(([member]) => member !== '$metadata');
}

const pagesInCircles: Verdict = {
  why: 'failed',
  message: 'the same page was announced twice, so what lies behind it was not read',
};

function at(answer: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, member) => own(value, member), answer);
}
