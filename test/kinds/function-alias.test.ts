import functionAlias from '../../lib/kinds/function-alias';

describe('function-alias', () => {
  it('leads to its function and runs no timer', () => {
    expect(functionAlias.links.function).toMatchObject({ terraform: 'function_name', to: ['function'] });
    expect([functionAlias.timers, functionAlias.hop]).toEqual([[], undefined]);
  });
});
