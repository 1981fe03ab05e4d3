import { kinds } from '../../lib/kinds';
import functionAlias from '../../lib/kinds/function-alias';
import { fact, idOf, plan, read, row } from '../read/small-plan';

describe('function-alias', () => {
  it('leads to its function and runs no timer', () => {
    expect(functionAlias.links.function).toMatchObject({ terraform: 'function_name', to: ['function'] });
    expect([functionAlias.timers, functionAlias.hop]).toEqual([[], undefined]);
  });
});

describe('an integration', () => {
  it.each(['invoke_arn', 'arn', 'qualified_invoke_arn', 'qualified_arn'])('leads to its function by %s', (name) => {
    const lambda = { function_name: 'api', [name]: 'arn:api:7' };
    const rows = [
      row('aws_lambda_function.api', { after: lambda }),
      row('aws_api_gateway_integration.rest', { after: { uri: 'arn:api:7' } }),
      row('aws_apigatewayv2_integration.http', { after: { integration_uri: 'arn:api:7' } }),
      row('aws_apigatewayv2_api.quick', { after: { target: 'arn:api:7' } }),
    ];
    const found = read(plan(rows), kinds);
    for (const address of [
      'aws_api_gateway_integration.rest',
      'aws_apigatewayv2_integration.http',
      'aws_apigatewayv2_api.quick',
    ])
      expect(fact(found, address).links.target).toMatchObject([
        { state: 'linked', to: { id: idOf('aws_lambda_function.api') } },
      ]);
  });
});
