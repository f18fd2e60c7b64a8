// The projected page.
import { startPage } from '../shared/start';
import '../theme/screen.css';
import App from './App.svelte';
import { loadMapFont } from './map/measure';

void loadMapFont().then(() => startPage(App, { readsOnly: true }));
