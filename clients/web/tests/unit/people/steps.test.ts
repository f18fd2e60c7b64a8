// What captains and guests see in each step.
import { describe, expect, it } from 'vitest';
import { captainTabs, writesBeside } from '../../../src/captain/tabs';
import { Role } from '../../../src/gen/rebond/v1/kinds_pb';
import { fr } from '../../../src/i18n/fr';
import { phoneTabs } from '../../../src/participant/tabs';
import { stepTask } from '../../../src/shared/step-task';
import { setStep } from '../../../src/state/actions';
import { pageOf } from '../support/cafe';

const phone = { role: Role.PARTICIPANT, table: '0', participant: '501' };

describe('a captain’s views', () => {
  it.each([
    ['welcome', 'people'],
    ['round-2', 'own'],
    ['move-1', 'move'],
    ['table-syntheses', 'synthesis'],
    ['map-and-convergence', 'groups'],
    ['expert', 'expert'],
    ['action-plan', 'actions'],
    ['thanks', 'evaluation'],
  ])('begin in %s with what the step is about: %s', async (step, first) => {
    const { cafe } = await pageOf({ step, groups: 2 });
    expect(captainTabs(cafe)[0]).toBe(first);
  });

  it('begin with the dots while support is open', async () => {
    const { cafe } = await pageOf({ step: 'map-and-convergence', support: 'open' });
    expect(captainTabs(cafe)[0]).toBe('support');
  });

  it('have the field to write in beside them where ideas are what the step is about', async () => {
    expect(writesBeside((await pageOf({ step: 'round-2' })).cafe)).toBe(true);
    expect(writesBeside((await pageOf({ step: 'table-syntheses' })).cafe)).toBe(false);
    expect(writesBeside((await pageOf({ step: 'move-1' })).cafe)).toBe(false);
  });
});

describe('a guest’s views', () => {
  it.each([
    ['welcome', 'seat'],
    ['round-2', 'table'],
    ['move-1', 'seat'],
    ['table-syntheses', 'syntheses'],
    ['map-and-convergence', 'map'],
    ['expert', 'answers'],
    ['action-plan', 'actions'],
    ['thanks', 'evaluation'],
  ])('begin in %s with what the step is about: %s', async (step, first) => {
    const { cafe } = await pageOf({ step }, phone);
    expect(phoneTabs(cafe)[0]).toBe(first);
  });
});

describe('what a step asks of people', () => {
  it('is said for the role', async () => {
    const captain = await pageOf({ step: 'move-1' });
    const guest = await pageOf({ step: 'move-1' }, phone);
    expect(stepTask(fr, captain.cafe)).toBe(fr.hall.tasks.captain.move);
    expect(stepTask(fr, guest.cafe)).toBe(fr.hall.tasks.guest.move);
  });

  it('is the facilitator’s own instruction where there is one', async () => {
    const { cafe, draw } = await pageOf({ step: 'move-1' });
    setStep(cafe, cafe.step?.id ?? '0', { instruction: 'Prenez votre tasse.' });
    draw();
    expect(stepTask(fr, cafe)).toBe('Prenez votre tasse.');
  });
});
