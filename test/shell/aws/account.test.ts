import { collect } from './_collect';
import { everything } from './_estate';

const accounts = async (...given: Parameters<typeof collect>): Promise<readonly (string | null)[]> =>
  (await collect(...given)).regions.map(({ account }) => account);

const noIdentity = [{ api: 'sts', does: 'denies-by-scp' }] as const;

describe('the account', () => {
  it('is what AWS says of the caller', async () => {
    expect(await accounts({}, { services: ['lambda'] })).toEqual(['123456789012']);
  });

  it('is named by the first ARN, in whichever Region it is', async () => {
    const estate = { 'us-east-1': { functions: everything.functions ?? [] } };
    const regions = ['eu-west-1', 'us-east-1'];
    expect(await accounts({ estate, faults: noIdentity }, { services: ['lambda'], regions })).toEqual([
      '123456789012',
      '123456789012',
    ]);
  });

  it('is not known where nothing names it', async () => {
    expect(await accounts({ faults: noIdentity }, { services: ['lambda'] })).toEqual([null]);
  });

  it.each([
    ['not the one that the environment claims, where AWS says another', [], '123456789012'],
    ['the one that the environment claims, where nothing better is known', noIdentity, '210987654321'],
  ])('is %s', async (_what, faults, expected) => {
    const env = { AWS_ACCOUNT_ID: '210987654321' };
    expect(await accounts({ faults }, { services: ['lambda'], env })).toEqual([expected]);
  });
});
