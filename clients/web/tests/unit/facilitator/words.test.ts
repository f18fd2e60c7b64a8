// What the facilitator's page says in plain words.
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { dateText } from '../../../src/facilitator/parts/date-text';
import { decimal, euros, hundredths, whole } from '../../../src/facilitator/parts/euros';
import { listed } from '../../../src/facilitator/parts/person-name';
import { formatsIn } from '../../../src/facilitator/prepare/trace-formats';
import { lengthText } from '../../../src/facilitator/run/length';
import { rightsLines } from '../../../src/facilitator/run/rights-text';
import { scoreText } from '../../../src/facilitator/seats/score';
import { SeatPlanSchema } from '../../../src/gen/rebond/v1/harvest_pb';
import { Act, Role } from '../../../src/gen/rebond/v1/kinds_pb';
import { StepSchema } from '../../../src/gen/rebond/v1/record_pb';
import { en } from '../../../src/i18n/en';
import { fr } from '../../../src/i18n/fr';

/** With plain spaces, to be compared by eye. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the score of a plan of seats', () => {
  it('is praise when nobody meets twice', () => {
    const plan = create(SeatPlanSchema, { encountersLeast: 12, encountersMedian: 12 });
    expect(plain(scoreText(fr, plan))).toBe(
      '12 rencontres nouvelles chacun, personne deux fois, jamais deux fois la même table.',
    );
  });

  it('tells what could not be had', () => {
    const plan = create(SeatPlanSchema, {
      encountersLeast: 9,
      encountersMedian: 12,
      repeats: 4,
      revisits: 1,
    });
    expect(plain(scoreText(en, plan))).toBe(
      '12 new encounters each, 9 at least, 4 repeated encounters, 1 table seen again.',
    );
  });
});

describe('the rights of a step', () => {
  it('say who writes, and that the rest is as usual', () => {
    const step = create(StepSchema, { writers: [Role.CAPTAIN, Role.PARTICIPANT, Role.REMOTE] });
    expect(plain(rightsLines(fr, step)[0] ?? '')).toBe(
      'Écrire des idées : les capitaines, les participants et les personnes à distance.',
    );
    expect(rightsLines(fr, step)).toHaveLength(2);
  });

  it('name every act when the step has rights of its own', () => {
    const step = create(StepSchema, {
      permissions: [{ act: Act.SUPPORT, roles: [Role.PARTICIPANT, Role.FACILITATOR] }],
    });
    const lines = rightsLines(en, step);
    expect(lines).toContain('Support ideas: the participants.');
    expect(lines).toContain('Link ideas: nobody but you.');
    expect(lines[0]).toBe('Nobody writes ideas but you.');
  });
});

describe('numbers and dates', () => {
  it('are written as the reader writes them', () => {
    expect(plain(euros('fr', 23_922))).toBe('23 922 €');
    expect(decimal('fr', 0.5)).toBe('0,5');
    expect(plain(lengthText(fr, 135))).toBe('2 h 15');
    expect(plain(lengthText(fr, 45))).toBe('45 min');
    expect(listed(fr, ['a', 'b', 'c'])).toBe('a, b et c');
  });

  it('are read as they are typed, or not at all', () => {
    expect([hundredths('0,5'), hundredths('1.25'), hundredths('')]).toEqual([50, 125, 0]);
    expect([hundredths('demi'), hundredths('-1')]).toEqual([undefined, undefined]);
    expect([whole('1 613'), whole(''), whole('1,5'), whole('9', 8)]).toEqual([
      1613,
      0,
      undefined,
      undefined,
    ]);
  });

  it('say a date in full, and leave what is none as it is', () => {
    expect(plain(dateText('fr', '2026-11-25T14:00'))).toBe('mercredi 25 novembre 2026, 14 h');
    expect(plain(dateText('fr', '2026-11-25T18:30'))).toBe('mercredi 25 novembre 2026, 18 h 30');
    expect(dateText('en', '2026-11-25')).toBe('Wednesday, November 25, 2026');
    expect(dateText('fr', 'avant l’hiver')).toBe('avant l’hiver');
  });
});

describe('the formats of the trace', () => {
  it('are those that the server names when it refuses', () => {
    const refusal = '{"error":"there is no format \\"formats\\"; ask for one of json, md, html"}';
    expect(formatsIn(refusal)).toEqual(['json', 'md', 'html']);
  });

  it('are the usual two when it does not say', () => {
    expect(formatsIn('not found')).toEqual(['md', 'json']);
  });
});
