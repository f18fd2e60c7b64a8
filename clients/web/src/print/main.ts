// What is printed, from the facilitator's link.
import { startPage } from '../shared/start';
import App from './App.svelte';

void startPage(App, { readsOnly: true });
