// The captain's page.
import { startPage } from '../shared/start';
import App from './App.svelte';

void startPage(App, { forGuests: true });
