// What the facilitator, the captains and the expert do shows on their page at once.
import { describe, expect, it } from 'vitest';
import { Attendance } from '../../src/gen/rebond/v1/method_command_pb';
import { SuggestionState } from '../../src/gen/rebond/v1/harvest_pb';
import { LinkKind, RecordKind, Role, View } from '../../src/gen/rebond/v1/kinds_pb';
import * as actions from '../../src/state/actions';
import { pageOf } from './support/cafe';

const facilitator = { role: Role.FACILITATOR, table: '0', participant: '0' };

async function atTheMap() {
  const page = await pageOf({ step: 'map-and-convergence', groups: 3 }, facilitator);
  const [first, second] = page.cafe.groups;
  return { ...page, first: first?.id ?? '', second: second?.id ?? '' };
}

describe('groups', () => {
  it('become one, and the name of the other is not lost', async () => {
    const { cafe, draw, first, second } = await atTheMap();
    const count = cafe.cards.filter((card) => [first, second].includes(card.group)).length;
    actions.mergeGroups(cafe, second, first);
    draw();

    expect(cafe.groupsById.get(first)?.otherNames).toEqual(['Eau']);
    expect(cafe.groupsById.has(second)).toBe(false);
    expect(cafe.cards.filter((card) => card.group === first)).toHaveLength(count);
  });
});

describe('a suggestion', () => {
  it('becomes a link in people’s words', async () => {
    const { cafe, draw } = await atTheMap();
    const [best] = cafe.suggestions.open;
    if (!best) throw new Error('no suggestion');
    actions.acceptSuggestion(cafe, best, { kind: LinkKind.SAME_AS, phrase: 'c’est comme' });
    draw();

    const link = cafe.links.find(({ phrase }) => phrase === 'c’est comme');
    expect([link?.from.id, link?.to.id]).toEqual(best.cards.map(({ id }) => id));
    expect(cafe.suggestions.open).toHaveLength(4);
  });

  it('becomes a group under the name that people choose', async () => {
    const { cafe, draw } = await atTheMap();
    const group = cafe.suggestions.open.find(({ kind }) => kind === 'group');
    if (!group) throw new Error('no suggestion');
    actions.acceptSuggestion(cafe, group, { name: 'Se chauffer' });
    draw();

    const made = cafe.groups.find(({ name }) => name === 'Se chauffer');
    expect(cafe.cards.filter((card) => card.group === made?.id)).toHaveLength(3);
  });

  it('that is refused is not shown again', async () => {
    const { cafe, draw } = await atTheMap();
    const [best] = cafe.suggestions.open;
    actions.refuseSuggestion(cafe, best?.id ?? '');
    draw();

    expect(cafe.source.get('suggestion', best?.id ?? '')?.state).toBe(SuggestionState.REFUSED);
    expect(cafe.suggestions.open).not.toContain(best);
  });
});

describe('people', () => {
  it('are added, arrive, sit down and leave', async () => {
    const { cafe, draw } = await pageOf({ step: 'move-1' }, facilitator);
    const person = { role: Role.PARTICIPANT, name: 'Zoé', expected: true };
    const id = actions.addPerson(cafe, person);
    draw();
    expect(cafe.people.byId.get(id)).toMatchObject({ attendance: 'expected', waiting: true });

    actions.checkIn(cafe, id, 'here');
    actions.takeSeat(cafe, '11', id);
    draw();
    expect(cafe.people.byId.get(id)).toMatchObject({ attendance: 'here', table: '11' });

    actions.checkIn(cafe, id, 'left');
    draw();
    expect(cafe.people.left.map((each) => each.id)).toContain(id);
    expect(Attendance.LEFT).toBe(3);
  });

  it('become captains', async () => {
    const { cafe, draw } = await pageOf({}, facilitator);
    actions.setPerson(cafe, '600', { role: Role.CAPTAIN, table: '12' });
    draw();

    expect(cafe.people.captainsOf('12').map(({ id }) => id)).toContain('600');
  });
});

describe('the room', () => {
  it('changes as the facilitator says, and keeps what was not said', async () => {
    const { cafe, draw } = await pageOf({}, facilitator);
    const step = cafe.step?.id ?? '';
    actions.setTable(cafe, '10', { name: 'Le soleil' });
    actions.addTable(cafe, { name: 'À distance', capacity: 4, remote: true });
    actions.setStep(cafe, step, { minutes: 15, views: { views: [{ role: 6, view: View.MAP }] } });
    actions.setCafe(cafe, { place: 'Gymnase', keywords: { words: ['eau'] } });
    actions.setSupport(cafe, { open: true, dotsEach: 5 });
    draw();

    expect(cafe.tables[0]).toMatchObject({ name: 'Le soleil', number: 1, capacity: 6 });
    expect(cafe.tables.at(-1)).toMatchObject({ name: 'À distance', number: 4, remote: true });
    expect(cafe.step).toMatchObject({ minutes: 15, slug: 'round-2' });
    expect(cafe.script.viewOf(Role.SCREEN)).toBe(View.MAP);
    expect(cafe.cafe).toMatchObject({ place: 'Gymnase', theme: 'Défi énergétique' });
    expect([cafe.support.open, cafe.support.dotsEach]).toEqual([true, 5]);
  });

  it('has sheets that add up at once', async () => {
    const { cafe, draw } = await pageOf({}, facilitator);
    actions.addCost(cafe, { label: 'Gâteaux', daysHundredths: 0, euros: 42 });
    const [task] = cafe.plan.tasks;
    actions.setTask(cafe, task?.id ?? '', { done: false });
    actions.withdrawCost(cafe, cafe.plan.costs[0]?.id ?? '');
    draw();

    expect(cafe.plan.costs.at(-1)).toMatchObject({ label: 'Gâteaux', waiting: true });
    expect(cafe.plan.totals.euros).toBe(2658 + 42 - 743);
    expect(cafe.plan.tasks[0]).toMatchObject({ done: false, what: task?.what });
  });
});

describe('the expert’s queue', () => {
  it('has what a captain puts there, and loses what is taken back', async () => {
    const { cafe, draw } = await pageOf();
    const [card] = cafe.cards;
    actions.queueForExpert(cafe, RecordKind.CARD, card?.id ?? '', true);
    draw();
    expect(cafe.expert.waiting.map(({ id }) => id)).toEqual([card?.id]);

    actions.queueForExpert(cafe, RecordKind.CARD, card?.id ?? '', false);
    draw();
    expect(cafe.expert.items).toEqual([]);
  });
});
