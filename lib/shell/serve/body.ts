import type { IncomingMessage } from 'node:http';

/** The body of a request, or `null` where it is longer than `most` bytes: the rest is then left unread. Rejects where it breaks off. */
export function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    if (Number(request.headers['content-length'] ?? 0) > most) return resolve(null);
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) return void chunks.push(chunk);
      request.pause();
      resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}
