// Loads the scenes when they are needed, and then the others, so that the first one is soon there.
import type { Component } from 'svelte';
import type { CafeState } from '../state/cafe.svelte';
import type { SceneName } from './scene-of';

export type Scene = Component<{ cafe: CafeState }>;

const retryMs = 2000;

const loaders: Record<SceneName, () => Promise<{ default: Scene }>> = {
  preparation: () => import('./scenes/PreparationScene.svelte'),
  welcome: () => import('./scenes/WelcomeScene.svelte'),
  objective: () => import('./scenes/ObjectiveScene.svelte'),
  round: () => import('./scenes/RoundScene.svelte'),
  move: () => import('./scenes/MoveScene.svelte'),
  syntheses: () => import('./scenes/SynthesesScene.svelte'),
  map: () => import('./scenes/MapScene.svelte'),
  tour: () => import('./scenes/TourScene.svelte'),
  expert: () => import('./scenes/ExpertScene.svelte'),
  support: () => import('./scenes/SupportScene.svelte'),
  actions: () => import('./scenes/ActionsScene.svelte'),
  evaluation: () => import('./scenes/EvaluationScene.svelte'),
  thanks: () => import('./scenes/ThanksScene.svelte'),
  closed: () => import('./scenes/ClosedScene.svelte'),
  spotlight: () => import('./scenes/SpotlightScene.svelte'),
};

/** Resolves with the scene, however often the server has to be asked. */
export async function loadScene(name: SceneName): Promise<Scene> {
  for (;;) {
    try {
      return (await loaders[name]()).default;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

let all = false;

/** In the background; a scene that cannot be loaded now is loaded when it is needed. */
export function loadAllScenes(): void {
  if (all) return;
  all = true;
  for (const load of Object.values(loaders)) load().catch(() => undefined);
}
