import type { Asks } from './asks';
import { found, type Found, type Type } from './found';
import { fields } from './shape';

/** Never `Environment`, which comes with the list and holds secrets. */
const lambdaFunction: Type = {
  type: 'lambda:function',
  arn: 'FunctionArn',
  shape: fields('FunctionName', 'FunctionArn', 'Timeout'),
};

/** Functions, each with the time after which it is ended. */
export async function readFunctions(asks: Asks<'lambda'>): Promise<readonly Found[]> {
  const { items } = await asks.all('ListFunctions');
  return items.flatMap((item) => found(lambdaFunction, item));
}
