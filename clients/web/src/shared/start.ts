// How every page of a café begins: the link gives café and token, the session opens.
import { type Component, mount } from 'svelte';
import { browserEnvironment, linkOfPage } from '../browser/environment';
import { keepPage } from '../browser/offline';
import { language } from '../i18n/language.svelte';
import { CafeState } from '../state/cafe.svelte';
import type { Session } from '../sync/api';
import { openSession } from '../sync/session';
import NoLink from './NoLink.svelte';
import '../theme/base.css';

export interface PageProps {
  cafe: CafeState;
}

/**
 * Mounts `App` on the café that the page's address names, or says that the address is not whole.
 *
 * `forGuests`: for tablets and phones, which fetch no texts but their own.
 */
export async function startPage(
  App: Component<PageProps>,
  { readsOnly = false, forGuests = false }: { readsOnly?: boolean; forGuests?: boolean } = {},
): Promise<void> {
  await language.load(forGuests);
  const target = document.getElementById('app') ?? document.body;
  const opened = await openPage(readsOnly);
  if (opened) mount(App, { target, props: { cafe: new CafeState(opened.session, opened.key) } });
  else mount(NoLink, { target });
}

async function openPage(
  readsOnly: boolean,
): Promise<{ session: Session; key: string } | undefined> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
    const { fakeSession } = await import('../../tests/fake/session');
    const session = fakeSession(new URLSearchParams(location.search), location.pathname);
    return { session, key: 'fake' };
  }
  const link = linkOfPage(location);
  if (!link) return undefined;
  if (import.meta.env.PROD) afterLoad(() => void keepPage());
  const session = openSession({ ...link, readsOnly, environment: browserEnvironment() });
  return { session, key: link.cafe };
}

/** The page's own files come first. */
function afterLoad(run: () => void): void {
  if (document.readyState === 'complete') run();
  else addEventListener('load', run);
}
