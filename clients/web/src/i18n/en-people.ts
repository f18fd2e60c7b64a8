// The English texts of the people at the tables: captains, participants, remote people, experts.
import { enTogether } from './en-together';
import type { frPeople } from './fr-people';
import { count } from './plural';

const several = (n: number, one: string, many: string) => count('en', n, one, many);

export const enPeople = {
  hall: {
    /** What a role is asked to do, by view, where the step has no instruction of its own. */
    tasks: {
      captain: {
        preparation: 'The café is about to begin.',
        welcome: 'Welcome your guests, and count them.',
        objective: 'Listen to the facilitator.',
        round: 'Write each idea, word for word.',
        move: 'Tell each person their next table.',
        syntheses: 'Write the synthesis of the table, line by line.',
        map: 'Bring together the ideas that go together.',
        expert: 'Choose the ideas to show to the expert.',
        support: 'Count the dots of those who have no device.',
        actions: 'Note who does what, and by when.',
        evaluation: 'Ask each person’s opinion before they leave.',
        thanks: 'Ask each person’s opinion before they leave.',
        closed: 'The café is over. Thank you!',
      },
      answering: 'Choose an idea, and answer.',
      guest: {
        preparation: 'The café is about to begin.',
        welcome: 'Take the seat that suits you.',
        objective: 'Listen to the facilitator.',
        round: 'Speak, listen, rebound.',
        move: 'Go to your next table.',
        syntheses: 'Each table writes its synthesis.',
        map: 'This is what all tables have said.',
        expert: 'Listen to the expert.',
        support: 'Give your dots to the ideas that matter to you.',
        actions: 'This is what will be done.',
        evaluation: 'Tell us what you think.',
        thanks: 'Thank you! Tell us what you think.',
        closed: 'The café is over. Thank you!',
      },
    },

    menu: {
      sound: 'Sound of the timer',
      soundOn: 'Sound on',
      soundOff: 'Sound off',
      undo: 'Undo my last action',
      undoShort: 'Undo',
      sent: 'What you sent',
      undone: 'Undone.',
      nothingToUndo: 'Nothing to undo.',
      more: 'More',
    },

    hand: {
      raise: 'Raise hand',
      raised: 'Hand raised',
      minute: 'One more minute',
      minuteShort: '+1 min',
      minuteAsked: 'Minute asked for',
    },

    clock: {
      soon: 'Nearly over',
    },

    call: {
      now: 'Now',
      fromFacilitator: 'From the facilitator',
      attention: 'Your attention, please',
      message: 'Message from the facilitator',
      read: 'I have read it',
      locked: 'The facilitator has closed writing for a moment.',
    },

    writing: {
      voice: 'Who said it?',
      voiceTable: 'The table',
      voiceOf: (name: string) => `Said by ${name}`,
      newVoice: 'Another first name',
      addVoice: 'Add',
      tags: 'Keywords',
      newTag: 'Another keyword',
      addTag: 'Add',
      keep: 'Keep for myself',
      kept: 'My drafts',
      keptHelp: 'Nobody else sees them.',
      share: 'Share',
      takeUp: 'Take up',
      drop: 'Throw away',
      anonymous: 'Nobody will know that it is you.',
      notNow: 'No ideas are written in this step. You can keep yours for yourself.',
      more: 'Who, keywords…',
      whisper: (n: number) => `${several(n, 'idea', 'ideas')}. Who has not spoken yet?`,
    },

    idea: {
      toExpert: 'Show to the expert',
      forExpert: 'For the expert',
      unqueue: 'No longer show to the expert',
      showMore: (n: number) => `Show ${several(n, 'more', 'more')}`,
      history: 'History of the idea',
      wroteAt: (who: string, time: string) => `Written by ${who}, ${time}`,
      wrote: (who: string) => `Written by ${who}`,
      tablet: 'the table’s tablet',
      device: (n: number) => `device ${n}`,
      anonymous: 'somebody (no name)',
      byTable: 'By table',
      byGroup: 'By group',
      order: 'Order of the list',
    },

    outcomes: {
      title: 'What you sent',
      none: 'Everything has arrived.',
      waits: 'waits on this device',
      arrived: 'arrived',
      refused: 'refused',
    },

    groups: {
      rename: 'Rename',
      merge: 'Merge with…',
      mergeInto: (name: string) => `Merge “${name}” with:`,
      merged: (names: string) => `Also: ${names}`,
      dissolve: 'Undo the group',
      toExpert: 'Show the group to the expert',
      save: 'Save',
    },

    phone: {
      greeting: (name: string) => (name ? `Hello ${name}!` : 'Hello!'),
      next: 'Your next table',
      nextOf: (round: number) => `Your table for round ${round}`,
      first: 'Your table',
      sitHere: 'I sit here',
      seated: 'You sit here',
      other: 'Choose another table',
      free: (n: number) => several(n, 'free seat', 'free seats'),
      full: 'full',
      remote: 'remote',
      lead: 'This table has no tablet. You can write for everybody.',
      tabs: {
        table: 'My table',
        all: 'All',
        map: 'The map',
        support: 'Dots',
        evaluation: 'Opinion',
        actions: 'Actions',
        move: 'My seat',
      },
      mine: 'yours',
      joinAgain: 'Come in again',
      joinAgainHelp: 'Your ideas stay in the café.',
      syntheses: 'The syntheses',
      validated: 'the table agrees',
    },

    roles: {
      captain: 'The captain',
      expert: 'The expert',
      facilitator: 'The facilitator',
    },

    ...enTogether,
  },
} satisfies typeof frPeople;
