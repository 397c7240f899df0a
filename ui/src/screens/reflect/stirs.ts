// Which questions may lead back to something painful. Goes by the question, never by what is written to it.
import type { Prompt } from '../../api/gen/wire';

/** Whether long writing to that question is offered a pause. */
export function stirs(prompt: Prompt): boolean {
  return prompt.theme === 'hard-day' || prompt.care === 'may-stir';
}
