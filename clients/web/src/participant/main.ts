// The page of a participant, near or far, and of the expert.
import { startPage } from '../shared/start';
import App from './App.svelte';

void startPage(App, { forGuests: true });
