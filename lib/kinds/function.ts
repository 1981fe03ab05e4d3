import { clientTimers, opensConnections } from './_client';
import { defineKind } from './_kind';
import { lambdaApi, provider } from './_sources';

// The network interfaces of Lambda are AWS's own: how long they track an idle connection cannot be set and is not documented.
export default defineKind({
  name: 'function',
  title: 'Lambda function',
  terraform: {
    types: ['aws_lambda_function'],
    names: ['function_name', 'arn', 'invoke_arn', 'qualified_arn', 'qualified_invoke_arn'],
  },
  cloudformation: { types: ['AWS::Lambda::Function', 'AWS::Serverless::Function'], names: ['FunctionName'] },
  account: { types: ['lambda:function'], names: ['FunctionName'] },
  settings: {
    timeout: {
      as: 'seconds',
      terraform: 'timeout',
      cloudformation: 'Timeout',
      account: 'Timeout',
      default: { value: 3, cite: `"The default is 3 seconds." ${lambdaApi}` },
      range: {
        min: 1,
        max: 5400,
        cite: `the shape of Timeout ends at 5400 s while its text says "The maximum allowed value is 900 seconds." ${lambdaApi}`,
      },
      cite: `FunctionConfiguration.Timeout, ${lambdaApi}`,
    },
    // Neither is in accounts: the environment holds secrets and is never collected.
    connections: {
      as: 'variables',
      terraform: 'environment.variables',
      cloudformation: 'Environment.Variables',
      cite: provider('lambda_function'),
    },
    runtime: { as: 'text', terraform: 'runtime', cloudformation: 'Runtime', cite: provider('lambda_function') },
  },
  links: {},
  timers: [
    ...clientTimers,
    {
      name: 'function.timeout',
      class: 'request-cap',
      phases: ['query'],
      value: { setting: 'timeout' },
      expiry: 'client-ended',
      sees: 'an error: the function is ended (its log says `Task timed out`)',
      cite: `"The amount of time (in seconds) that Lambda allows a function to run before stopping it." ${lambdaApi}`,
    },
  ],
  // Above another client it is a program on the way; as the last hop above the connection it is the client.
  hop: {
    key: 'function',
    side: 'request',
    does: 'terminates',
    inline: {
      timeout: { setting: 'timeout', as: 'duration', description: 'How long it may run; 3 s unless declared.' },
    },
  },
  // "Lambda freezes the execution environment" between two invocations: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
  client: { ...opensConnections(), freezes: true },
});
