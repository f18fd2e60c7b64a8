// The state of a page in a café that is filled as `?fake` fills it.
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { WelcomeSchema } from '../../../src/gen/rebond/v1/frame_pb';
import { CafeState } from '../../../src/state/cafe.svelte';
import { fill, type Filling } from '../../fake/fill';
import { FakeServer } from '../../fake/server';
import { Tab } from './tab';
import { World } from './world';

const usual: Filling = {
  ideas: 25,
  tables: 3,
  groups: 0,
  step: 'round-2',
  minutes: 13,
  people: 18,
  full: false,
  anonymous: false,
  locked: false,
  support: '',
  announce: '',
  show: '',
  names: false,
};

export interface Page {
  tab: Tab;
  cafe: CafeState;
  server: FakeServer;
  /** Lets the page take note of what has come. */
  draw(): void;
}

/** By default a captain's page, table "10", device 5. */
export async function pageOf(
  filling: Partial<Filling> = {},
  welcome: MessageInitShape<typeof WelcomeSchema> = {},
): Promise<Page> {
  const server = new FakeServer();
  fill(server, { ...usual, ...filling });
  const tab = await Tab.live(new World(), {
    head: server.entries.length,
    table: '10',
    participant: '500',
    serverTimeMs: server.now(),
    ...welcome,
  });
  const cafe = new CafeState(tab.session, 'c1');
  tab.socket.say({ entries: server.entries });
  const draw = () => tab.world.advance(120);
  draw();
  return { tab, cafe, server, draw };
}
