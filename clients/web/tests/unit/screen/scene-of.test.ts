// The step decides what the hall sees, the facilitator may show something else.
import { describe, expect, it } from 'vitest';
import { RecordKind, View } from '../../../src/gen/rebond/v1/kinds_pb';
import { sceneOf, type SceneSource } from '../../../src/screen/scene-of';

function source(part: Partial<SceneSource>): SceneSource {
  return {
    view: View.MAP,
    chosen: false,
    spotlight: undefined,
    tour: false,
    supportOpen: false,
    ...part,
  };
}

describe('the scene', () => {
  it('is the one that belongs to the view', () => {
    expect(sceneOf(source({ view: View.WELCOME }))).toBe('welcome');
    expect(sceneOf(source({ view: View.ROUND }))).toBe('round');
    expect(sceneOf(source({ view: View.CLOSED }))).toBe('closed');
  });

  it('is an instruction for a view that this page does not know', () => {
    expect(sceneOf(source({ view: 99 as View }))).toBe('objective');
  });

  it('is the tour while the map goes from group to group', () => {
    expect(sceneOf(source({ tour: true }))).toBe('tour');
    expect(sceneOf(source({ view: View.ROUND, tour: true }))).toBe('round');
  });

  it('tells how to support while support is open, unless the facilitator shows the map', () => {
    expect(sceneOf(source({ supportOpen: true }))).toBe('support');
    expect(sceneOf(source({ supportOpen: true, chosen: true }))).toBe('map');
    expect(sceneOf(source({ supportOpen: true, tour: true }))).toBe('tour');
    expect(sceneOf(source({ view: View.EXPERT, supportOpen: true }))).toBe('expert');
  });

  it('gives way to what is spotlighted', () => {
    const spotlight = { kind: RecordKind.CARD, id: '7' };
    expect(sceneOf(source({ spotlight }))).toBe('spotlight');
    expect(sceneOf(source({ view: View.ROUND, spotlight }))).toBe('spotlight');
  });

  it('keeps in its own scene a line that is read out and an idea under discussion', () => {
    const line = { kind: RecordKind.SYNTHESIS_LINE, id: '7' };
    expect(sceneOf(source({ view: View.SYNTHESES, spotlight: line }))).toBe('syntheses');
    expect(sceneOf(source({ view: View.MAP, spotlight: line }))).toBe('spotlight');
    const idea = { kind: RecordKind.CARD, id: '7' };
    expect(sceneOf(source({ view: View.EXPERT, spotlight: idea }))).toBe('expert');
    expect(sceneOf(source({ view: View.SYNTHESES, spotlight: idea }))).toBe('spotlight');
  });
});
