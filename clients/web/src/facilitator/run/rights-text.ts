// Who may do what in a step, in plain words.
import { Act, Role } from '../../gen/rebond/v1/kinds_pb';
import { type Step } from '../../gen/rebond/v1/record_pb';
import type { Messages } from '../../i18n/fr';
import { listed } from '../parts/person-name';

/** The roles that a step can let write ideas. */
export const writingRoles = [Role.CAPTAIN, Role.PARTICIPANT, Role.REMOTE] as const;

export function roleWords(texts: Messages, role: Role): string {
  const names: Partial<Record<Role, string>> = {
    [Role.CAPTAIN]: texts.desk.run.roles.captain,
    [Role.PARTICIPANT]: texts.desk.run.roles.participant,
    [Role.REMOTE]: texts.desk.run.roles.remote,
    [Role.EXPERT]: texts.desk.run.roles.expert,
    [Role.FACILITATOR]: texts.desk.run.roles.facilitator,
    [Role.SCREEN]: texts.desk.run.roles.screen,
  };
  return names[role] ?? String(role);
}

/** One sentence a line. */
export function rightsLines(texts: Messages, step: Step): readonly string[] {
  const words = texts.desk.run;
  const roles = (them: readonly Role[]) =>
    listed(
      texts,
      them.filter((role) => role !== Role.FACILITATOR).map((role) => roleWords(texts, role)),
    );
  const { writers } = step;
  const lines = [writers.length > 0 ? words.mayWrite(roles(writers)) : words.nobodyWrites];
  if (step.permissions.length === 0) return [...lines, words.usual];
  const given = new Map(step.permissions.map((each) => [each.act, each.roles]));
  for (const [act, name] of actNames(texts)) {
    lines.push(words.act(name, roles(given.get(act) ?? []) || words.nobody));
  }
  return [...lines, words.youAlways];
}

function actNames(texts: Messages): [Act, string][] {
  const { acts } = texts.desk.run;
  return [
    [Act.EDIT, acts.edit],
    [Act.LINK, acts.link],
    [Act.GROUP, acts.group],
    [Act.SYNTHESISE, acts.synthesise],
    [Act.ANSWER, acts.answer],
    [Act.SUPPORT, acts.support],
    [Act.PLAN_ACTIONS, acts.planActions],
    [Act.EVALUATE, acts.evaluate],
  ];
}
