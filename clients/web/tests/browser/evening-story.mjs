// The whole evening of the real café, scene by scene, from preparation to thanks.
import {
  actions,
  convergence,
  expert,
  support,
  tableSyntheses,
  thanks,
  trace,
} from './evening-harvest.mjs';
import { objective, prepare, welcome } from './evening-opening.mjs';
import { firstMove, firstRound, secondMove, secondRound, thirdRound } from './evening-rounds.mjs';

export const evening = [
  { name: 'the café is prepared', play: prepare },
  { name: 'people come in, with a device or without', play: welcome },
  { name: 'a plan of seats is asked for', play: objective },
  { name: 'a round with its clock, and a server killed in its middle', play: firstRound },
  { name: 'two people come late, one goes, everybody changes table', play: firstMove },
  { name: 'a tablet without network, a table without tablet', play: secondRound },
  { name: 'the facilitator’s page is loaded again, and leads', play: secondMove },
  { name: 'a second tablet, a captain replaced, a rebound', play: thirdRound },
  { name: 'syntheses are written, agreed and read out', play: tableSyntheses },
  { name: 'ideas meet in groups and links', play: convergence },
  { name: 'support is given blind, and counted', play: support },
  { name: 'the expert answers', play: expert },
  { name: 'an action has an idea as its source', play: actions },
  { name: 'opinions, thanks, the next date', play: thanks },
  { name: 'the trace holds every idea, word for word', play: trace },
];
