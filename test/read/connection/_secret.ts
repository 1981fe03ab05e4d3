import fc from 'fast-check';

/** What passwords are made of here: letters that stand together in no name and in no message of ours, and what breaks strings. */
const letters = 'QXZJKVW';
const breaking = [...'@:/?&;\'"=%\\ #+[]{}$,<>\n'];

/** A password as nobody may ever see it again, unencoded. */
export const password: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...breaking), maxLength: 2 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((pieces) => pieces.map(([word, sign]) => word + sign).join(''));

/** Every piece of four characters of a password, but for those that hold hardly a letter of it. */
function piecesOf(secret: string): readonly string[] {
  const all = Array.from({ length: Math.max(secret.length - 3, 0) }, (_, at) => secret.slice(at, at + 4));
  return all.filter((piece) => [...piece].filter((one) => letters.includes(one)).length >= 2);
}

/** The pieces of a password that a text holds, as it is or escaped for JSON. */
export function leaked(secret: string, text: string): readonly string[] {
  return piecesOf(secret).filter((piece) => text.includes(piece) || text.includes(JSON.stringify(piece).slice(1, -1)));
}

const forms: readonly ((secret: string) => string)[] = [
  (s) => `postgres://app:${s}@db.internal:5432/shop?keepalives_idle=30&sslmode=require`,
  (s) => `postgresql://${s}:pw@db/shop`,
  (s) => `postgresql+psycopg://app:${s}@h1,h2:5432/shop?application_name=${s}`,
  (s) => `postgres://db/shop?user=app&password=${s}&keepalives_idle=30`,
  (s) => `postgres://app@db/shop?passfile=${s}&options=-c%20statement_timeout%3D5min`,
  (s) => `postgres://app@db/shop?options=-c%20search_path%3D${s}%20-c%20statement_timeout%3D5min`,
  (s) => `postgres://app@db/shop?options=-c statement_timeout=${s}`,
  (s) => `postgres://app@db/shop?keepalives_idle=${s}`,
  (s) => `postgres://app@db/shop?${s}=30`,
  (s) => `postgres://${s}/${s}`,
  (s) => `jdbc:postgresql://db:5432/shop?user=app&password=${s}&socketTimeout=30`,
  (s) => `jdbc:postgresql://app:${s}@db/shop`,
  (s) => `jdbc:${s}:postgresql://db/shop`,
  (s) => `jdbc:aws-wrapper:postgresql:${s}?socketTimeout=${s}`,
  (s) => `host=db dbname=shop user=app password=${s} keepalives_idle=30`,
  (s) => `host=db dbname=shop password='${s}' options='-c statement_timeout=${s}'`,
  (s) => `dbname=${s} ${s}=1 keepalives_idle=${s}`,
  (s) => `Host=db;Database=shop;Username=app;Password=${s};Command Timeout=60`,
  (s) => `Host=db;Database=shop;Password="${s}";Options=-c statement_timeout=${s}`,
  (s) => `Server=${s};Port=5432;${s}=x;Command Timeout=${s}`,
  (s) => `[databases]\nshop = host=db password=${s}\n[pgbouncer]\nquery_timeout = 30\n${s} = 1\nauth_file=${s}`,
  (s) => `mysql://app:${s}@db/shop`,
  (s) => s,
];

/** A connection string with the password somewhere, valid or not: cut off, or with characters put in, taken out, or repeated. */
export function connectionString(secret: string): fc.Arbitrary<string> {
  const change = fc.oneof(
    { weight: 3, arbitrary: fc.constant((text: string) => text) },
    fc.tuple(fc.nat(), fc.constantFrom(...breaking)).map(([at, sign]) => insertedAt(at, sign)),
    fc.nat().map((at) => (text: string) => withoutAt(at, text)),
    fc.nat().map((at) => (text: string) => text.slice(0, at % (text.length + 1))),
    fc.nat().map((at) => (text: string) => text.slice(at % (text.length + 1))),
    fc.constant((text: string) => text + text),
    fc.constant((text: string) => encodeURI(text)),
    fc.constant((text: string) => text.toUpperCase()),
    fc.nat().map((at) => insertedAt(at, '\uFFFC')),
    fc.tuple(fc.nat(), fc.string({ maxLength: 5 })).map(([at, any]) => insertedAt(at, any)),
  );
  return fc
    .tuple(fc.constantFrom(...forms), fc.array(change, { maxLength: 3 }))
    .map(([form, changes]) => changes.reduce((text, one) => one(text), form(secret)));
}

function insertedAt(at: number, inserted: string): (text: string) => string {
  return (text) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + inserted + text.slice(place);
  };
}

function withoutAt(at: number, text: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + text.slice(place + 1);
}
