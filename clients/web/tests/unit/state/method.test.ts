// What the pages read of the method: syntheses, expert, support, plan, costs, people and seats.
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { ActionState, AnswerKind } from '../../../src/gen/rebond/v1/harvest_pb';
import { Act, RecordKind, Role, View } from '../../../src/gen/rebond/v1/kinds_pb';
import { StepPermissionSchema } from '../../../src/gen/rebond/v1/record_pb';
import * as actions from '../../../src/state/actions';
import { inSequence } from '../../../src/state/order';
import { costTotals } from '../../../src/state/plan.svelte';
import { pageOf } from '../support/cafe';

describe('the syntheses', () => {
  it('have a line behind the one that it names, with the ideas that it cites', async () => {
    const { cafe } = await pageOf({ step: 'table-syntheses' });
    const [first] = cafe.syntheses.all;

    expect(cafe.syntheses.all.map((each) => each.lines.length)).toEqual([3, 2, 2]);
    expect(first?.lines[1]?.text).toBe('Récupérer la pluie et faire du compost avec les poules.');
    expect(first?.lines[1]?.cards.map((card) => card.text.slice(0, 9))).toEqual([
      'récupérer',
      'composte ',
    ]);
    expect(first?.validated).toBe(true);
  });

  it('show a new line at once, and that the table has to agree anew', async () => {
    const { cafe, draw } = await pageOf({ step: 'table-syntheses' });
    actions.addLine(cafe, '10', { text: 'Une ligne de plus.' });
    draw();

    const mine = cafe.syntheses.mine;
    expect(mine?.lines.at(-1)).toMatchObject({ text: 'Une ligne de plus.', waiting: true });
    expect(mine?.validated).toBe(false);
  });

  it('move a line up and down', async () => {
    const { cafe, draw } = await pageOf({ step: 'table-syntheses' });
    const before = cafe.syntheses.mine?.lines ?? [];
    const [a, b, c] = before;
    if (b) actions.moveLine(cafe, b, 'up');
    draw();
    expect(cafe.syntheses.mine?.lines.map(({ id }) => id)).toEqual([b?.id, a?.id, c?.id]);

    const moved = cafe.syntheses.mine?.lines[0];
    if (moved) actions.moveLine(cafe, moved, 'down');
    draw();
    expect(cafe.syntheses.mine?.lines.map(({ id }) => id)).toEqual([a?.id, b?.id, c?.id]);
  });

  it('keep the objects that have not changed', async () => {
    const { cafe, draw } = await pageOf({ step: 'table-syntheses' });
    const before = cafe.syntheses.all;
    actions.addLine(cafe, '10', { text: 'Encore une.' });
    draw();

    expect(cafe.syntheses.all[0]).not.toBe(before[0]);
    expect(cafe.syntheses.all[0]?.lines[0]).toBe(before[0]?.lines[0]);
    expect(cafe.syntheses.all[1]).toBe(before[1]);
  });
});

describe('the order of lines', () => {
  it('puts a line between two others', async () => {
    const { cafe, draw } = await pageOf({ step: 'table-syntheses' });
    const [first, second, third] = cafe.syntheses.mine?.lines ?? [];
    await actions.addLine(cafe, '10', { text: 'Entre deux.', after: first?.id ?? '' });
    draw();

    const ids = cafe.syntheses.mine?.lines.map(({ id }) => id);
    expect(ids?.[0]).toBe(first?.id);
    expect(cafe.syntheses.mine?.lines[1]?.text).toBe('Entre deux.');
    expect(ids?.slice(2)).toEqual([second?.id, third?.id]);
  });

  it('is by id where two name the same one, and ends with circles', () => {
    const line = (id: string, after: string) => ({ id, after });
    const lines = [
      line('7', '6'),
      line('6', '7'),
      line('21474836481', '1'),
      line('3', '1'),
      line('1', '0'),
      line('4', '3'),
      line('5', '99'),
    ];

    expect(inSequence(lines).map(({ id }) => id)).toEqual([
      '1',
      '3',
      '4',
      '21474836481',
      '5',
      '6',
      '7',
    ]);
  });
});

describe('the expert', () => {
  it('has a queue, and what was answered leaves it', async () => {
    const { cafe, draw } = await pageOf({ step: 'expert' }, { role: Role.EXPERT });
    expect(cafe.expert.waiting).toHaveLength(2);
    const [asked] = cafe.expert.waiting;

    const about = { kind: RecordKind.CARD, id: asked?.id ?? '' } as const;
    actions.addAnswer(cafe, about, AnswerKind.TRUE, 'Oui.');
    draw();
    expect(cafe.expert.waiting).toHaveLength(1);
    expect(cafe.expert.answersOf(about.id)).toMatchObject([{ text: 'Oui.', waiting: true }]);
  });
});

describe('support', () => {
  it('counts the own dots at once', async () => {
    const { cafe, draw } = await pageOf(
      { step: 'map-and-convergence', support: 'open' },
      { role: Role.PARTICIPANT, participant: '600', table: '0' },
    );
    const [most] = cafe.support.ranking;
    expect(most?.dots).toBe(9);
    actions.castSupport(cafe, most?.card.id ?? '', 2);
    draw();

    expect([cafe.support.given, cafe.support.left]).toEqual([2, 1]);
    expect(cafe.support.mine.get(most?.card.id ?? '')).toBe(2);
  });

  it('has dots for everybody at a captain’s table', async () => {
    const { cafe } = await pageOf({ step: 'map-and-convergence', support: 'open' });

    expect(cafe.support.left).toBe(18);
  });

  it('gives the dots back when an idea is hidden', async () => {
    const { cafe, tab, server, draw } = await pageOf({ support: 'open' });
    const [card] = cafe.cards;
    actions.castSupport(cafe, card?.id ?? '', 2);
    server.publish([server.put('card', card?.id ?? '', { hidden: true })]);
    tab.socket.say({ entries: server.entries.slice(-1) });
    draw();

    expect(cafe.support.left).toBe(18);
  });
});

describe('the plan', () => {
  it('shows actions with the ideas that they come from', async () => {
    const { cafe, draw } = await pageOf({ step: 'action-plan' });
    expect(cafe.plan.actions.map((action) => action.cards.length)).toEqual([2, 3, 1]);
    const [first] = cafe.plan.actions;
    actions.setAction(cafe, first?.id ?? '', { state: ActionState.DONE, euros: 2000 });
    draw();

    expect(cafe.plan.actions[0]).toMatchObject({
      state: ActionState.DONE,
      euros: 2000,
      who: 'Agence d’Arras',
      waiting: true,
    });
  });

  it('adds up to the published figures of the real café', async () => {
    const { cafe } = await pageOf();

    expect(cafe.plan.totals).toMatchObject({
      days: 2,
      euros: 2658,
      programmeEuros: 23922,
      employees: 72,
      tenants: 315,
      perEmployee: 332,
      perTenant: 76,
    });
  });

  it('says nothing of people who are not known', () => {
    expect(costTotals([{ daysHundredths: 0, euros: 100 }], 1, 0, 0).perEmployee).toBe(0);
  });
});

describe('people', () => {
  it('are expected, here or gone, and sit where they sat last', async () => {
    const { cafe } = await pageOf({ step: 'round-2' });

    expect(cafe.people.expected).toHaveLength(2);
    expect(cafe.people.left).toHaveLength(1);
    expect(cafe.people.captainsOf('11').map(({ id }) => id)).toEqual(['501']);
    expect(cafe.people.at('10').length).toBeGreaterThan(2);
  });

  it('have a table in the next round, and tables know who comes', async () => {
    const { cafe } = await pageOf({ step: 'move-1' });
    expect(cafe.seating.nextRound?.number).toBe(2);

    const arriving = cafe.seating.moves.flatMap(({ table, arriving }) =>
      arriving.map((person) => [person.nextTable, person.table !== table.id, table.id]),
    );
    expect(arriving.length).toBeGreaterThan(5);
    expect(arriving.every(([next, moved, table]) => moved && next === table)).toBe(true);
  });
});

describe('the script', () => {
  it('says what each role sees', async () => {
    const { cafe } = await pageOf({ step: 'move-1' });
    expect(cafe.script.viewOf(Role.SCREEN)).toBe(View.MOVE);
    expect(cafe.script.next?.slug).toBe('round-2');
  });

  it('says who may do what: the table of rights, then the step, then the lock', async () => {
    const { cafe, tab, server, draw } = await pageOf({ step: 'table-syntheses' });
    const change = (...changes: Parameters<typeof server.publish>[0]) => {
      server.publish(changes);
      tab.socket.say({ entries: server.entries.slice(-1) });
      draw();
    };
    expect(cafe.script.may(Act.SYNTHESISE)).toBe(true);
    expect(cafe.script.may(Act.ANSWER)).toBe(false);

    const only = create(StepPermissionSchema, { act: Act.GROUP, roles: [Role.CAPTAIN] });
    change(server.put('step', cafe.step?.id ?? '', { permissions: [only] }));
    expect(cafe.script.may(Act.SYNTHESISE)).toBe(false);
    expect(cafe.script.may(Act.GROUP)).toBe(true);

    change(server.put('cafe', '1', { locked: true }));
    expect(cafe.script.may(Act.GROUP)).toBe(false);
    expect(cafe.script.roleMay(Role.FACILITATOR, Act.GROUP)).toBe(true);
  });
});

describe('the projector', () => {
  it('shows what belongs to the step, or what the facilitator has chosen', async () => {
    const { cafe, tab, server, draw } = await pageOf({ step: 'expert' });
    expect(cafe.stage.show).toMatchObject({ view: View.EXPERT, chosen: false, zoomPercent: 100 });

    const answer = { spotlight: '950', spotlightKind: RecordKind.EXPERT_ANSWER };
    server.publish([server.put('show', '1', { view: View.MAP, ...answer })]);
    tab.socket.say({ entries: server.entries.slice(-1) });
    draw();
    expect(cafe.stage.show).toMatchObject({
      view: View.MAP,
      chosen: true,
      spotlight: { text: 'Oui : une cuve de 5 m³ suffit pour arroser et laver un hall.' },
    });
  });

  it('has the newest message that was not taken back', async () => {
    const { cafe, draw } = await pageOf({ announce: 'Pause' }, { role: Role.FACILITATOR });
    actions.announce(cafe, 'On reprend');
    draw();
    expect(cafe.stage.announcement?.text).toBe('On reprend');

    actions.withdrawAnnouncement(cafe, cafe.stage.announcement?.id ?? '');
    draw();
    expect(cafe.stage.announcement?.text).toBe('Pause');
  });
});

describe('what a person has alone', () => {
  it('is told by the server, with what waits on this device', async () => {
    const { cafe, tab, draw } = await pageOf();
    const drafts = [{ draft: '55', table: '10', text: 'À dire plus tard' }];
    tab.socket.control({ case: 'personal', value: { name: 'Rosa', drafts, answers: [1, 2, 3] } });
    actions.saveDraft(cafe, 'Autre chose');
    draw();

    expect(cafe.own.name).toBe('Rosa');
    expect(cafe.own.answers).toEqual([1, 2, 3]);
    expect(cafe.own.drafts.map(({ text, waiting }) => [text, waiting])).toEqual([
      ['À dire plus tard', false],
      ['Autre chose', true],
    ]);
    actions.dropDraft(cafe, '55');
    draw();
    expect(cafe.own.drafts).toHaveLength(1);
  });

  it('never tells in an anonymous step that somebody writes', async () => {
    const { cafe, tab } = await pageOf({ step: 'round-2', anonymous: true });
    cafe.own.handRaised = true;
    cafe.tellWriting(true);
    tab.world.advance(200);

    expect(tab.socket.sent('presence').at(-1)).toMatchObject({ writingAt: '0', handRaised: true });
  });
});
