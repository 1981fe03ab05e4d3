import { runTaskCallback, type RunTaskResult } from '../../report/run-task';
import type { RunTaskRequest } from './run-task-request';
import type { TerraformApi } from './terraform-api';

/** Judges a plan; `document` is what reports call it. */
export type JudgePlan = (document: string, bytes: Uint8Array) => RunTaskResult;

/** What a run task is done with. */
export type RunTaskTools = {
  readonly api: TerraformApi;
  readonly judge: JudgePlan;
  /** Writes a line of the log. */
  readonly log: (line: string) => void;
};

/**
 * Does one run task: says that it has begun, fetches the plan, judges it, and tells the verdict. Whatever goes wrong has not
 * passed. Never rejects; `false`: HCP Terraform could not be told.
 */
export async function doRunTask(
  request: RunTaskRequest,
  { api, judge, log }: RunTaskTools,
  signal: AbortSignal,
): Promise<boolean> {
  const { callbackUrl, token, name } = request;
  const begun = { status: 'running', message: 'Holdfast judges the plan', outcomes: [] } as const;
  // Only a courtesy: the verdict is what counts.
  await api.tell(callbackUrl, token, runTaskCallback(begun, false), signal, true);
  const result = await resultOf(request, { api, judge, log }, signal);
  if (signal.aborted) return false;
  const told = await tellResult(request, result, api, signal);
  if (told.is === 'done') log(`${name}: ${result.status}: ${result.message}`);
  else log(`${name}: ${result.status}, and HCP Terraform could not be told: ${told.why}`);
  return told.is === 'done';
}

/** Tells that a run task is left undone, so that nobody waits for it. Never rejects. */
export async function giveUp(
  { callbackUrl, token, name }: RunTaskRequest,
  { api, log }: Pick<RunTaskTools, 'api' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  const result = notJudged('Holdfast was stopped before it could judge the plan; start the run again');
  const told = await api.tell(callbackUrl, token, runTaskCallback(result, false), signal, true);
  log(
    `${name}: stopped before it was judged${told.is === 'done' ? '' : `, and HCP Terraform could not be told: ${told.why}`}`,
  );
}

async function resultOf(
  { stage, planUrl, token, document }: RunTaskRequest,
  { api, judge }: RunTaskTools,
  signal: AbortSignal,
): Promise<RunTaskResult> {
  if (planUrl === null)
    return notJudged(`Stage ${stage} has no plan, so nothing was judged; attach the run task to the stage post_plan`);
  const plan = await api.plan(planUrl, token, signal);
  return plan.is === 'done'
    ? judge(document, plan.value)
    : notJudged(`The plan could not be downloaded (${plan.why}), so nothing was judged; start the run again`);
}

/** Where the details are refused, too large maybe, the verdict is still told. */
async function tellResult(
  { callbackUrl, token, takesOutcomes }: RunTaskRequest,
  result: RunTaskResult,
  api: TerraformApi,
  signal: AbortSignal,
): ReturnType<TerraformApi['tell']> {
  const told = await api.tell(callbackUrl, token, runTaskCallback(result, takesOutcomes), signal);
  if (told.is === 'done' || !takesOutcomes || !/^HTTP 4(?:00|13|22)$/.test(told.why)) return told;
  return api.tell(callbackUrl, token, runTaskCallback(result, false), signal);
}

function notJudged(message: string): RunTaskResult {
  return { status: 'failed', message, outcomes: [] };
}
