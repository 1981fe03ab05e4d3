import fc from 'fast-check';
import type { ConnectionReads } from '../../../lib/core/kind';
import type { Json, Step } from '../../../lib/core/setting';
import { drivers } from '../../../lib/kinds/drivers';
import { processSetting } from '../../../lib/read/connection/process-setting';
import { connectionOfText, readConnection } from '../../../lib/read/connection/read-connection';
import { literal, type Evaluated } from '../../../lib/read/evaluated/value';
import { connectionString, leaked, password } from './_secret';

const step: Step = { level: 'own', subject: 'aws_x.api', attribute: 'environment.variables', text: null };
const process = (as: ConnectionReads, value: Evaluated): unknown => processSetting({ as, cite: 'test' }, value, step);

const secretAndString = password.chain((secret) => fc.tuple(fc.constant(secret), connectionString(secret)));
const runs = { numRuns: 1000 };

describe('no piece of a password', () => {
  it('gets out of a connection string, however broken', () => {
    fc.assert(
      fc.property(secretAndString, ([secret, text]) => {
        const cause = { why: 'is known only after apply', settles: 'wait' };
        const all = [
          connectionOfText('DATABASE_URL', text),
          readConnection('ConnectionStrings__Postgres', text, 'api', drivers, cause),
        ];
        expect(leaked(secret, JSON.stringify(all))).toEqual([]);
      }),
      runs,
    );
  });

  it('gets out of the variables of a process, whatever holds it', () => {
    fc.assert(
      fc.property(secretAndString, ([secret, text]) => {
        const tables: readonly Json[] = [
          { DATABASE_URL: text, ANYTHING: text, PGHOST: text, PGPASSWORD: secret, PGOPTIONS: text },
          { [`DATABASE_URL=${text}`]: text, [text]: text, PGOPTIONS: `-c statement_timeout=${secret}` },
          [
            { name: text, value: text },
            { name: 'DATABASE_URL', value: [text] },
            { Name: 'A', Value: text, [text]: 1 },
            text,
          ],
          text,
          [[text]],
        ];
        const all = tables.flatMap((one) => [process('variables', literal(one)), process('connection', literal(one))]);
        expect(leaked(secret, JSON.stringify(all))).toEqual([]);
      }),
      runs,
    );
  });

  it('gets out of containers, whichever part of them holds it', () => {
    const reads: readonly ConnectionReads[] = ['container-variables', 'container-sysctls', 'container-stop-timeout'];
    fc.assert(
      fc.property(secretAndString, fc.nat(), ([secret, text], cut) => {
        const definitions: Json = [
          {
            // A name is a name: `api` is shown, and what ECS takes for one is no secret.
            name: `${text}:`,
            essential: text,
            environment: [
              { name: 'DATABASE_URL', value: text },
              { name: text, value: text },
            ],
            systemControls: [
              { namespace: 'net.ipv4.tcp_keepalive_time', value: text },
              { namespace: text, value: '1' },
            ],
            stopTimeout: text,
          },
        ];
        const json = JSON.stringify(definitions);
        const broken = json.slice(0, cut % json.length);
        const all = [definitions, json, broken].flatMap((one) => reads.map((as) => process(as, literal(one))));
        expect(leaked(secret, JSON.stringify(all))).toEqual([]);
      }),
      runs,
    );
  });

  it('gets out by way of a reason: those of expressions quote them', () => {
    fc.assert(
      fc.property(secretAndString, ([secret, text]) => {
        const quoting: readonly Evaluated[] = [
          { is: 'unknown', why: `is \`${text}\`, which cannot be read as an expression`, settles: `mend \`${text}\`` },
          { is: 'unknown', why: `refers to \`${secret}\`, which names nothing`, settles: 'mend it' },
          { is: 'unknown', why: `comes from the local \`${secret}\``, settles: 'mend it' },
          { is: 'choice', of: [literal(text), literal('x')], why: `depends on \`${secret}\``, settles: secret },
        ];
        const all = quoting.flatMap((one) => {
          const inside: Evaluated = { is: 'text', parts: [literal('postgres://app:'), one, literal(`@${text}`)] };
          const entries = { DATABASE_URL: one, ANY: inside, PGOPTIONS: one };
          return [
            process('variables', one),
            process('variables', { is: 'object', entries }),
            process('container-variables', inside),
          ];
        });
        expect(leaked(secret, JSON.stringify(all))).toEqual([]);
      }),
      runs,
    );
  });

  it('and what is known is still read: numbers, switches and how many names nobody knows', () => {
    fc.assert(
      fc.property(
        password.filter((secret) => !/[@:/?#&%[\]]/.test(secret)),
        fc.nat({ max: 9999 }),
        (secret, idle) => {
          const read = connectionOfText(
            'DATABASE_URL',
            `postgres://app:${secret}@db/shop?keepalives_idle=${String(idle)}&x=${secret}`,
          );
          expect(read).toMatchObject({
            parameters: [{ name: 'keepalives_idle', text: String(idle) }],
            unnamed: 1,
            hidden: null,
          });
        },
      ),
    );
  });
});

it('the search for leaks finds one', () => {
  expect(leaked('QXZJ@KV', '{"why":"QXZJ"}')).toEqual(['QXZJ']);
  expect(leaked("QX\\'ZJ", JSON.stringify({ why: "X\\'ZJ" }))).toEqual(["X\\'Z", "\\'ZJ"]);
  expect(leaked('QXZJ', 'nothing')).toEqual([]);
});
