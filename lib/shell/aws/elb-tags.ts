import { own, textOf } from '../../read/json';
import type { Answer } from './asks';
import { itemsOf, type Part } from './found';
import { fields, shaped } from './shape';

/** "You can specify up to 20 resources in a single call" (API model of Elastic Load Balancing, `DescribeTags`). */
const perCall = 20;

/** Asks for the tags of several resources; `subject` says which. */
type AskTags = (ids: readonly string[], subject: string) => Promise<Answer>;

/**
 * The tags of load balancers and what belongs to them, 20 resources a call, as a field by ARN or name. `member` is the one
 * that names the resource in the answer.
 */
export function tagsOf(ids: readonly string[], member: string, ask: AskTags): (id: string) => Promise<Part> {
  const answers = new Map<string, Promise<Answer>>();
  for (let at = 0; at < ids.length; at += perCall) askTogether(ids.slice(at, at + perCall), ask, answers);
  return async (id) => {
    const { answer, missing } = (await answers.get(id)) ?? { answer: undefined, missing: null };
    const description = itemsOf(answer, 'TagDescriptions').find((one) => textOf(own(one, member)) === id);
    return { field: 'Tags', value: shaped(own(description, 'Tags'), fields('Key', 'Value')), missing };
  };
}

function askTogether(ids: readonly string[], ask: AskTags, answers: Map<string, Promise<Answer>>): void {
  const [first = '', ...others] = ids;
  const subject = others.length === 0 ? first : `${first} and ${String(others.length)} more`;
  const together = ask(ids, subject);
  for (const id of ids) {
    // One that is gone takes the answer about the others with it, so they are asked for one by one.
    const alone = async (): Promise<Answer> => {
      const answer = await together;
      return answer.missing === 'gone' && others.length > 0 ? ask([id], id) : answer;
    };
    answers.set(id, alone());
  }
}
