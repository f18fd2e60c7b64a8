// The English texts of the projector: few words, large letters.
import type { frScreen } from './fr-screen';
import { count } from './plural';

const several = (n: number, one: string, many: string) => count('en', n, one, many);

export const enScreen = {
  screen: {
    title: 'Screen',
    mapTitle: (theme: string) => `Map of ideas: ${theme}`,
    more: (n: number) => `+${several(n, 'idea', 'ideas')}`,
    newLink: 'New link',
    aboutThis: (idea: string, phrase: string) => `${idea} ${phrase} this idea`,
    join: 'Join',
    code: 'Code',
    welcome: 'Welcome',
    welcomeTo: (name: string) => `Welcome, ${name}!`,
    scanOrType: 'Scan, or type:',
    ungrouped: 'No group',
    otherGroups: 'Other groups',
    groups: 'Groups of ideas',
    propositions: 'Propositions',
    page: (n: number, all: number) => `${n} / ${all}`,
    joinLine: (address: string, code: string) => `Join: ${address} · Code ${code}`,
    listen: 'Please',
    listenHelp: 'Let us listen',
    announcement: 'Message',
    spotlight: 'In large letters',

    preparing: 'The café is being prepared',
    preparingHelp: 'It begins soon.',
    arrived: (n: number) => several(n, 'person has arrived', 'people have arrived'),
    nobodyYet: 'Come in, take a seat!',
    andMore: (n: number) => `and ${several(n, 'more', 'more')}`,
    arrivedTitle: 'They are here',
    seats: 'Free seats',
    freeSeats: (n: number) => (n === 0 ? 'full' : several(n, 'free seat', 'free seats')),

    objective: 'The objective',
    question: 'The question',
    keywords: 'Keywords',
    rules: [
      'Speak of what you live.',
      'Let everybody finish their sentence.',
      'The captain writes word for word.',
      'Rebound on the ideas of others.',
      'Every idea counts, the most surprising too.',
    ],

    roundSoon: 'The round is about to begin',
    roundOpen: 'Talk, write',
    lastMinutes: 'Last minutes',
    ideasOfTables: 'Ideas of the tables',

    findTable: 'Find your table',
    chooseTable: 'Choose another table',
    captainsStay: 'The captain stays at the table.',
    missing: (n: number) => `Still waiting for ${several(n, 'person', 'people')}`,
    seatedOf: (n: number, all: number) => `${n} of ${several(all, 'person', 'people')}`,
    before: (n: number) => `before round ${n}`,
    everybodySits: 'Everybody is seated',
    nextQuestion: 'The next question',
    byColour: 'By the colour of your seat:',
    seatColours: ['blue', 'red', 'green', 'yellow', 'purple', 'orange', 'white', 'turquoise'],
    advance: (tables: number) =>
      tables === 0
        ? 'stays at the table'
        : tables === 1
          ? 'moves one table on'
          : `moves ${tables} tables on`,

    syntheses: 'The syntheses of the tables',
    lineCount: (n: number) => several(n, 'line', 'lines'),
    notWritten: 'not written yet',
    written: 'being written',
    validated: 'the table agrees',
    noLine: 'This table has not written its synthesis yet.',
    cited: 'Ideas that it cites',
    lineOf: (n: number, all: number) => `Line ${n} of ${all}`,

    answering: 'The expert answers…',
    noQuestion: 'No idea waits for the expert.',
    nextUp: 'Next',
    queue: (n: number) =>
      n === 0 ? 'No other idea waits' : several(n, 'more idea waits', 'more ideas wait'),
    groupOf: (n: number) => `Group of ${several(n, 'idea', 'ideas')}`,

    supportTitle: 'Support the ideas that matter to you',
    supportEach: (n: number) => (n === 1 ? 'Everybody has one dot.' : `Everybody has ${n} dots.`),
    supportPhone: 'With a phone: touch an idea, give your dots.',
    supportTable: 'Without a phone: tell the captain of your table.',
    supportSecret: 'Nobody will know which ideas you give them to.',
    supportBlind: 'The result is shown at the end.',
    supportGiven: (n: number) => several(n, 'dot given', 'dots given'),
    supportResult: 'The ideas with the most support',
    supportOthers: (n: number) => `${several(n, 'more idea has', 'more ideas have')} dots too.`,
    dots: (n: number) => several(n, 'dot', 'dots'),

    plan: 'The action plan',
    noAction: 'The actions will be written here.',
    columns: { what: 'What', who: 'Who', due: 'By when', state: 'State', cost: 'Cost' },
    actionStates: {
      proposed: 'proposed',
      decided: 'decided',
      underWay: 'under way',
      done: 'done',
      dropped: 'dropped',
    },
    commitment: (n: number) => `Commitment ${n}`,
    from: (text: string) => `From the idea “${text}”`,
    fromGroup: (name: string) => `From the group “${name}”`,
    notSaid: 'to be said',

    evaluate: 'Your opinion, on leaving',
    evaluateHow: 'Three questions, on your phone or on the captain’s tablet.',
    evaluateSecret: 'Nobody will know who answered.',
    evaluation: 'Your opinion of this café',
    answersGiven: (n: number) => several(n, 'answer', 'answers'),
    thanks: 'Thank you!',
    thanksWords: 'Your ideas are kept, word for word. They do not stop here.',
    inNumbers: (ideas: number, tables: number) =>
      `${several(ideas, 'idea', 'ideas')}, ${several(tables, 'table', 'tables')}`,
    nextCafe: 'The next café',
    trace: 'The trace of the café',
    traceWhere: 'All the ideas, word for word, are in the trace. It is for everybody.',
    traceAsk: 'Ask for it on leaving, on paper or by e-mail.',
    closed: 'The café is over',
    goodbye: 'Have a good journey home, see you soon!',
  },
} satisfies typeof frScreen;
