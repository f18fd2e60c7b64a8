// The first page: joining by a code, creating a café.
import { mount } from 'svelte';
import { language } from '../i18n/language.svelte';
import '../theme/base.css';
import '../theme/controls.css';
import App from './App.svelte';

language.choose(language.tag);
mount(App, { target: document.getElementById('app') ?? document.body });
