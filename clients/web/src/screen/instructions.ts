// What people are asked to do in a step: one instruction at a time.
import type { Step } from '../gen/rebond/v1/record_pb';

/** The facilitator's words, a line each; `usual` for the step that explains the evening. */
export function instructions(
  step: Pick<Step, 'slug' | 'instruction'> | undefined,
  usual: readonly string[],
): readonly string[] {
  const own = (step?.instruction ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (own.length > 0) return own;
  return step?.slug === 'objective' ? usual : [];
}
