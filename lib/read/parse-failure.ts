/**
 * Why a text is not one JSON document, and what to do. It quotes nothing but the kind of text: a broken plan holds secrets
 * like a sound one, and the parser's own message would show a piece of it. That message (`reason`) only tells a text that ends
 * too early from one that is wrong before.
 */
export function whyNotJson(text: string, reason: string): string {
  const start = text.trimStart();
  if (text.includes('[command]') || text.includes('::debug::')) {
    return 'wrapped in log lines of the setup-terraform action (`[command]`, `::debug::`). Set `terraform_wrapper: false` in that step.';
  }
  if (/^\[[^\]\n{}"]*\/[^\]\n{}"]*\]\s*\{/.test(start)) {
    return "prefixed with Terragrunt's `[unit]` log prefix. Run Terragrunt with `--log-disable`, or with `--json-out-dir` for one file per unit.";
  }
  if (isHumanReadable(start)) {
    return 'the human-readable output of `terraform show` or `terraform plan`. Run `terraform show -json FILE` and check its output.';
  }
  if (/^(resource|data|module|provider|variable|locals|terraform)\s+(["{])/m.test(start)) {
    return (
      'configuration of Terraform (HCL), which holds expressions instead of values. Run `terraform plan -out=tfplan`, then ' +
      '`terraform show -json tfplan`, and check its output; CDKTF writes JSON where it is run without `--hcl`.'
    );
  }
  if (!start.startsWith('{') && !start.startsWith('[')) {
    return /^\s*\{|\{"/m.test(start)
      ? 'preceded by other text. Write only the output of `terraform show -json FILE` to the file.'
      : 'not JSON, nor a CloudFormation template in YAML. Run `terraform show -json FILE` and check its output.';
  }
  const end = endOfFirst(start);
  if (end === null && /unterminated|unexpected end|end of (data|input)|eof/i.test(reason)) {
    return 'cut off before its end. Was the disk full, or the job cancelled? Run `terraform show -json FILE` again, or the synth.';
  }
  if (end !== null && start.slice(end).trim() !== '') return whyMore(start.slice(0, end), start.slice(end).trim());
  return (
    'not valid JSON. If Windows PowerShell wrote it, its quotes may have been destroyed: ' +
    'use `cmd /c "terraform show -json tfplan > plan.json"`, or PowerShell 7.'
  );
}

/** Several values, one after another. */
function whyMore(first: string, rest: string): string {
  if (/"@level"\s*:/.test(first)) return uiStream;
  if (rest.startsWith('{')) {
    return (
      'several documents one after another (`terragrunt run --all show -json` prints one per unit). ' +
      'Write one file per unit, with `--json-out-dir`, and check them together.'
    );
  }
  return 'followed by other text. Write only the output of `terraform show -json FILE` to the file.';
}

/** The message for the stream of events that `terraform plan -json` prints; its first line alone is valid JSON. */
export const uiStream =
  'the event stream of `terraform plan -json`, not a plan. Run `terraform plan -out=tfplan`, then `terraform show -json tfplan`, and check its output.';

function isHumanReadable(start: string): boolean {
  const head = start.slice(0, 4000);
  return /^(\S*(Terraform|OpenTofu) (used the selected providers|will perform)|No changes\.|# \S+:|Note: Objects have changed|Outputs:)/m.test(
    head.replace(/\u001b\[[0-9;]*m/g, ''),
  );
}

/** Where the first object or array ends; `null` where the text stops inside it. */
function endOfFirst(text: string): number | null {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
