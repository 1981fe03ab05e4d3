// Writes a report as one comment on the pull request of this run, or updates the comment that an earlier run wrote.
//   node action/comment.mjs REPORT.md
// The first line of the report is a marker that is not shown; a comment that begins with it and that this token wrote is ours.
// A comment that cannot be written is a warning: the verdict counts, not the comment. Exits 0 unless the report is missing.
import { readFileSync } from 'node:fs';

const {
  GITHUB_API_URL: api,
  GITHUB_REPOSITORY: repository,
  GITHUB_EVENT_PATH: event,
  INPUT_GITHUB_TOKEN: token,
} = process.env;
const pauses = [1000, 3000];

const body = readFileSync(process.argv[2], 'utf8');
const [marker] = body.split('\n', 1);
const number = pullRequest(JSON.parse(readFileSync(event, 'utf8')));

if (number === null) notice('this run belongs to no pull request, so no comment was written');
else if (!token) warn('there is no token (github-token), so no comment was written');
else await write();

function pullRequest({ pull_request: pull, issue }) {
  const found = pull?.number ?? (issue?.pull_request ? issue.number : undefined);
  return Number.isSafeInteger(found) ? found : null;
}

async function write() {
  try {
    const own = await ownComment();
    if (own === null) await call('POST', `/repos/${repository}/issues/${number}/comments`, { body });
    else if (own.body !== body) await call('PATCH', `/repos/${repository}/issues/comments/${own.id}`, { body });
  } catch (error) {
    const why =
      error.status === 403 || error.status === 404
        ? 'the token may not write it: the run is of a fork, or `permissions: pull-requests: write` is missing'
        : error.message;
    warn(`no comment was written on pull request ${number} (${why}); the summary of the step has the report`);
  }
}

/** The first comment that an earlier run wrote, or `null`. */
async function ownComment() {
  const mine = await author();
  for (let page = 1; ; page += 1) {
    const comments = await call('GET', `/repos/${repository}/issues/${number}/comments?per_page=100&page=${page}`);
    const own = comments.find(({ body: text, user }) => text?.split(/\r?\n/, 1)[0] === marker && mine(user));
    if (own !== undefined) return own;
    if (comments.length < 100) return null;
  }
}

/** Tells whether a user is the one whom the token belongs to. The token of a workflow may not ask who it is, and is a bot's. */
async function author() {
  try {
    const { login } = await call('GET', '/user');
    return (user) => user?.login === login;
  } catch (error) {
    if (error.status !== 403 && error.status !== 401) throw error;
    return (user) => user?.type === 'Bot';
  }
}

/** The answer as JSON. Throws an error with `status` where it is none. */
async function call(method, path, data) {
  for (const pause of [...pauses, null]) {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'holdfast',
        'x-github-api-version': '2022-11-28',
      },
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
      signal: AbortSignal.timeout(30_000),
    }).catch((error) => error);
    if (response.ok) return response.json();
    const passing = !(response instanceof Response) || response.status === 429 || response.status >= 500;
    if (passing && pause !== null) await new Promise((resolve) => setTimeout(resolve, pause));
    else if (!(response instanceof Response)) throw new Error(response.cause?.code ?? response.message);
    else throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status });
  }
}

function notice(text) {
  console.log(`::notice title=Holdfast::${text}`);
}

function warn(text) {
  console.log(`::warning title=Holdfast::${text}`);
}
