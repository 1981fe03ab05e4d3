import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const token = 'ghs_theTokenOfTheWorkflow';

type User = { readonly login: string; readonly type: 'Bot' | 'User' };
export const bot: User = { login: 'github-actions[bot]', type: 'Bot' };
export const somebody: User = { login: 'octocat', type: 'User' };

export type Comment = { readonly id: number; body: string; readonly user: User };

/** A stand-in for the REST API of GitHub, with one pull request, number 7 of acme/shop. */
export type GitHub = {
  readonly url: string;
  readonly comments: Comment[];
  /** `GET /user`, in their order. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * Starts it. `as`: whose token it is; a workflow's own may not ask. `mayWrite: false`: the run is of a fork. `breaks`: that many
 * calls fail first.
 */
export async function startGitHub({
  comments = [],
  as = bot,
  mayWrite = true,
  breaks = 0,
}: { comments?: Comment[]; as?: User; mayWrite?: boolean; breaks?: number } = {}): Promise<GitHub> {
  const requests: string[] = [];
  let broken = 0;
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      requests.push(`${method} ${url}`);
      const reply = (status: number, data: unknown): void =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
      if (broken++ < breaks) return reply(502, { message: 'Server Error' });
      if (request.headers.authorization !== `Bearer ${token}`) return reply(401, { message: 'Bad credentials' });
      const where = new URL(url, 'http://x');
      const issue = '/repos/acme/shop/issues';
      if (method === 'GET' && url === '/user') return as.type === 'Bot' ? reply(403, {}) : reply(200, as);
      if (method === 'GET' && where.pathname === `${issue}/7/comments`) {
        const size = Number(where.searchParams.get('per_page') ?? 30);
        const page = Number(where.searchParams.get('page') ?? 1);
        return reply(200, comments.slice((page - 1) * size, page * size));
      }
      if (!mayWrite) return reply(403, { message: 'Resource not accessible by integration' });
      const text = (JSON.parse(body) as { body: string }).body;
      if (method === 'POST' && where.pathname === `${issue}/7/comments`) {
        comments.push({ id: 1000 + comments.length, body: text, user: as });
        return reply(201, {});
      }
      const [, id] = /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/.exec(where.pathname) ?? [];
      const comment = comments.find((one) => one.id === Number(id));
      if (method !== 'PATCH' || comment === undefined) return reply(404, {});
      comment.body = text;
      return reply(200, {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
