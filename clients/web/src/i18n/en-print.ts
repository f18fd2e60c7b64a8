// The English texts of what is printed.
import type { frPrint } from './fr-print';
import { count } from './plural';

const several = (n: number, one: string, many: string) => count('en', n, one, many);

export const enPrint = {
  print: {
    title: 'To print',
    now: 'Print',
    choose: 'Document',
    documents: {
      cards: 'Seat cards',
      captain: 'Captains’ sheets',
      seats: 'Seat maps',
      links: 'QR codes of the tablets',
      signs: 'Table signs',
      invitation: 'Invitations',
    },
    help: {
      cards: 'One card a person: the tables, round by round, and a QR code to come in.',
      captain: 'One sheet a table: minute by minute, and lines to write on by hand.',
      links: 'A code for each table’s tablet, the screen, the expert. To be handed over in person.',
      seats: 'One page a round: who sits at which table.',
      signs: 'A large sign a table: number, colour, pictogram, QR code to come in.',
      invitation: 'One A5 invitation a person, with the theme, the place and the date.',
    },
    pages: (n: number) => several(n, 'page', 'pages'),
    cardsCount: (n: number) => several(n, 'card', 'cards'),
    blank: 'Cards without a name besides',
    nothing: 'There is nothing to print here yet.',
    noPlan: 'No seat plan yet: the cards have no tables.',
    noLink: 'Without the file of links the QR code leads to the page where the code is typed.',
    printerHelp: 'In the print window: A4 paper, with background colours.',

    welcome: 'Welcome',
    you: 'V.I.P.',
    yourTables: 'Your tables',
    round: (n: number) => `Round ${n}`,
    table: (n: number) => `Table ${n}`,
    freeSeat: 'where you like',
    scan: 'With your phone, if you like',
    free: 'Without a phone is just as well. Take the seat that suits you.',

    sheetTitle: (table: number) => `Captain of table ${table}`,
    sheetLead: 'You welcome, you give the floor, you write word by word.',
    minuteTitle: 'Minute by minute',
    minuteSteps: [
      ['−2', 'Count the guests. Someone missing? Raise your hand.'],
      ['0', 'Welcome. Everybody says a first name.'],
      ['1', 'In three sentences: what the guests before found.'],
      ['3', 'Each newcomer says one thing heard elsewhere.'],
      ['5', 'Conversation. One idea, one line, as it is said. Read it back.'],
      ['8', 'Who has not been heard yet?'],
      ['−5', 'Which ideas do we keep? Mark them with a star.'],
      ['−2', 'Signal: two minutes left.'],
      ['end', 'Finish the sentence. Thanks. Show everybody the next table.'],
    ],
    minutes: (n: number) => `${n} min`,
    lines: 'Our ideas, word by word (star: to keep; “?”: question; “!”: bold)',
    mark: 'Mark',
    voice: 'Who (optional)',

    seatMap: (n: number) => `Who sits where, round ${n}`,
    noneHere: 'nobody planned',
    captain: (name: string) => `Captain: ${name}`,
    people: (n: number) => several(n, 'person', 'people'),

    secret: 'Not to be hung up: this code opens the page of this role.',
    linksMissing: 'Load the file of links first (Devices, Links).',

    invited: 'Invitation',
    dear: (name: string) => `Hello ${name},`,
    dearAll: 'Hello,',
    invites: (organisation: string) => `${organisation} invites you to a conversation café.`,
    invitesPlain: 'You are invited to a conversation café.',
    about: 'We shall talk about',
    when: 'When',
    where: 'Where',
    howItGoes:
      'We sit at small tables, with coffee. We talk, we change tables, ' +
      'we rebound on the ideas of others. All that is said is written down.',
    nothingNeeded: 'Nothing to prepare, nothing to bring. Come as you are.',
  },
} satisfies typeof frPrint;
