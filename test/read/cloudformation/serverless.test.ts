import { kinds } from '../../../lib/kinds';
import { readTemplates } from '../../../lib/read/cloudformation/read';
import { parseTemplate } from '../../../lib/read/cloudformation/parse';
import type { JsonObject } from '../../../lib/read/json';
import { settingsOf } from '../../kinds/template';

const text = `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Timeout: 10
    Runtime: nodejs22.x
    Environment: { Variables: { PGHOST: db, PGPORT: !Ref Port } }
  Api: { Name: shared }
  __proto__: { Timeout: 1 }
Parameters: { Port: { Type: Number, Default: 5432 } }
Resources:
  Shared: { Type: AWS::Serverless::Function }
  Own:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 60
      Environment: { Variables: { PGPORT: 6432, PGDATABASE: shop } }
      Events: { Get: { Type: HttpApi, Properties: { Path: /a, Method: get } } }
  Plain: { Type: AWS::Lambda::Function, Properties: { Runtime: python3.12 } }
  Public: { Type: AWS::Serverless::Api, Properties: { StageName: prod } }
`;
const [reading] = readTemplates([{ document: 'sam.yaml', body: parseTemplate('sam.yaml', text) as JsonObject }], kinds);
const fact = (subject: string) => reading?.facts.find((one) => one.subject === subject);

describe('resources of SAM', () => {
  it.each([
    ['has what all functions share', 'Shared', { timeout: 10, runtime: 'nodejs22.x' }],
    ['wins over that', 'Own', { timeout: 60, runtime: 'nodejs22.x' }],
    ['is told from a function that is none of SAM', 'Plain', { runtime: 'python3.12' }],
  ])('a function %s', (_, subject, expected) => {
    expect(fact(subject)?.kind).toBe('function');
    expect(settingsOf(fact(subject))).toMatchObject(expected);
  });

  it('merges tables, so that nothing shared is lost', () => {
    expect(settingsOf(fact('Own')).connections).toMatchObject([
      { parameters: [{ name: 'PGHOST' }, { name: 'PGPORT' }, { name: 'PGDATABASE' }] },
    ]);
  });

  it('does not give to others what only resources of SAM share', () => {
    expect(settingsOf(fact('Plain')).timeout).toBeUndefined();
  });

  it('an API stands as one', () => {
    expect(fact('Public')?.kind).toBe('rest-api');
  });

  it('says that the API of an event is not in the template', () => {
    expect(reading?.notes.filter(({ level }) => level === 'unread').map(({ what, why }) => [what, why])).toEqual([
      [
        'Own',
        'SAM makes an API for its events when it is deployed, whose limit on a request is not judged here: describe it in the path, `api: { name, timeout }`',
      ],
    ]);
  });
});
