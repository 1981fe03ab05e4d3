import { startAws, type Aws } from './start';

describe('the stand-in for AWS', () => {
  let aws: Aws;
  beforeAll(async () => {
    aws = await startAws();
  });
  afterAll(() => aws.close());

  const post = async (scope: string | null, body: string): Promise<string> => {
    const authorization = `AWS4-HMAC-SHA256 Credential=AKIATEST/20261122/${scope ?? ''}/aws4_request, Signature=x`;
    const response = await fetch(aws.url, { method: 'POST', body, headers: scope === null ? {} : { authorization } });
    return `${String(response.status)} ${/<Code>(.*?)<\/Code>/.exec(await response.text())?.[1] ?? 'answered'}`;
  };
  const instances = 'Action=DescribeDBInstances&Version=2014-10-31';

  it.each([
    ['answers what is signed for its Region and service', 'eu-west-1/rds', instances, '200 answered'],
    ['refuses what is not signed', null, instances, '403 MissingAuthenticationToken'],
    ['refuses what is signed for another service', 'eu-west-1/ec2', instances, '403 SignatureDoesNotMatch'],
    ['does not know other calls', 'eu-west-1/rds', 'Action=DeleteDBInstance&Version=2014-10-31', '400 InvalidAction'],
    ['does not know other services', 'eu-west-1/s3', 'Action=ListBuckets&Version=2006-03-01', '403 InvalidAction'],
  ])('%s', async (_what, scope, body, expected) => {
    expect(await post(scope, body)).toBe(expected);
  });

  it('counts the calls that it knows the service of', () => {
    expect(aws.calls.map(({ service, region, action }) => [service, region, action])).toEqual([
      ['rds', 'eu-west-1', 'DescribeDBInstances'],
      ['rds', 'eu-west-1', 'DeleteDBInstance'],
    ]);
  });
});
