import { defineKind } from './_kind';

export default defineKind({
  name: 'function-alias',
  title: 'alias of a Lambda function',
  terraform: { types: ['aws_lambda_alias'], names: ['arn', 'invoke_arn'] },
  cloudformation: { types: ['AWS::Lambda::Alias'], names: [] },
  settings: {},
  links: {
    function: {
      terraform: 'function_name',
      cloudformation: 'FunctionName',
      to: ['function'],
      by: ['function_name', 'arn', 'id'],
    },
  },
  timers: [],
});
