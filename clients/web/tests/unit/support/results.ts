// What the server answers to commands.
import type { RejectionCode } from '../../../src/gen/rebond/v1/result_pb';

export function accepted(command: number, seq = 0) {
  return { results: [{ command, outcome: { case: 'accepted' as const, value: { seq } } }] };
}

export function rejected(command: number, code: RejectionCode, retryAfterMs = 0) {
  const value = { code, field: 'add_card.table', remedy: 'name a table', retryAfterMs };
  return { results: [{ command, outcome: { case: 'rejection' as const, value } }] };
}
