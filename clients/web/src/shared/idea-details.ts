// What is known about an idea besides its words, fetched when somebody asks.
import { Part } from './later.svelte';

export const details = new Part(() => import('./IdeaDetails.svelte'));
