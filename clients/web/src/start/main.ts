// The first page: joining by a code, creating a café.
import { mount } from 'svelte';
import { language } from '../i18n/language.svelte';
import '../theme/base.css';
import '../theme/controls.css';
import App from './App.svelte';

void language
  .load(true)
  .then(() => mount(App, { target: document.getElementById('app') ?? document.body }));
