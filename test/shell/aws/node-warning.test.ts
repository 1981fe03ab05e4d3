import { collect } from './_collect';

const variable = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';

describe('the warning of the SDK about the age of Node', () => {
  it('is not given, and no variable of the process stays changed', async () => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    await collect({}, { services: ['lambda'] });
    expect(warn.mock.calls).toEqual([]);
    expect(process.env[variable]).toBeUndefined();
    warn.mockRestore();
  });

  it('is left to who has said what he wants', async () => {
    await collect({}, { services: ['lambda'], env: { [variable]: 'false', AWS_REGION: 'eu-west-1' } });
    expect(process.env[variable]).toBeUndefined();
  });
});
