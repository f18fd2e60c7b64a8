// The French texts of what is printed.
import { count } from './plural';

const several = (n: number, one: string, many: string) => count('fr', n, one, many);

export const frPrint = {
  print: {
    title: 'À imprimer',
    now: 'Imprimer',
    choose: 'Document',
    documents: {
      cards: 'Cartes de place',
      captain: 'Feuilles de capitaine',
      seats: 'Plans de salle',
      links: 'Codes QR des tablettes',
      signs: 'Numéros de table',
      invitation: 'Invitations',
    },
    help: {
      cards: 'Une carte par personne : ses tables, tour par tour, et un code QR pour entrer.',
      captain: 'Une feuille par table : minute par minute, et des lignes pour écrire à la main.',
      links: 'Un code par tablette de table, pour l’écran et l’expert. À donner en main propre.',
      seats: 'Une page par tour : qui s’assoit à quelle table.',
      signs: 'Un grand panneau par table : numéro, couleur, pictogramme, code QR pour entrer.',
      invitation: 'Une invitation A5 par personne, avec le thème, le lieu et la date.',
    },
    pages: (n: number) => several(n, 'page', 'pages'),
    cardsCount: (n: number) => several(n, 'carte', 'cartes'),
    blank: 'Cartes sans nom en plus',
    nothing: 'Il n’y a rien à imprimer ici pour le moment.',
    noPlan: 'Pas encore de plan de places : les cartes n’ont pas de tables.',
    noLink: 'Sans le fichier des liens, le code QR mène à la page où taper le code.',
    printerHelp: 'Dans la fenêtre d’impression : papier A4, avec les couleurs de fond.',

    welcome: 'Bienvenue',
    you: 'V.I.P.',
    yourTables: 'Vos tables',
    round: (n: number) => `Tour ${n}`,
    table: (n: number) => `Table ${n}`,
    freeSeat: 'où vous voulez',
    scan: 'Avec votre téléphone, si vous voulez',
    free: 'Sans téléphone, c’est très bien aussi. Prenez la place qui vous convient.',

    sheetTitle: (table: number) => `Capitaine de la table ${table}`,
    sheetLead: 'Vous accueillez, vous donnez la parole, vous écrivez mot par mot.',
    minuteTitle: 'Minute par minute',
    minuteSteps: [
      ['−2', 'Comptez les invités. Il en manque ? Levez la main.'],
      ['0', 'Accueillez. Chacun dit son prénom.'],
      ['1', 'En trois phrases : ce que les invités d’avant ont trouvé.'],
      ['3', 'Chaque arrivant dit une chose entendue ailleurs.'],
      ['5', 'Conversation. Une idée, une ligne, comme elle est dite. Relisez-la.'],
      ['8', 'Qui n’a pas encore été entendu ?'],
      ['−5', 'Quelles idées gardons-nous ? Marquez-les d’une étoile.'],
      ['−2', 'Signal : encore deux minutes.'],
      ['fin', 'Finissez la phrase. Merci. Montrez à chacun sa prochaine table.'],
    ],
    minutes: (n: number) => `${n} min`,
    lines: 'Nos idées, mot par mot (étoile : à garder ; « ? » : question ; « ! » : audacieuse)',
    mark: 'Marque',
    voice: 'Qui (facultatif)',

    seatMap: (n: number) => `Qui s’assoit où, tour ${n}`,
    noneHere: 'personne de prévu',
    captain: (name: string) => `Capitaine : ${name}`,
    people: (n: number) => several(n, 'personne', 'personnes'),

    secret: 'Ne pas afficher : ce code ouvre la page de ce rôle.',
    linksMissing: 'Chargez d’abord le fichier des liens (Appareils, Liens).',

    invited: 'Invitation',
    dear: (name: string) => `Bonjour ${name},`,
    dearAll: 'Bonjour,',
    invites: (organisation: string) => `${organisation} vous invite à un café conversation.`,
    invitesPlain: 'Vous êtes invité à un café conversation.',
    about: 'On parlera de',
    when: 'Quand',
    where: 'Où',
    howItGoes:
      'On s’assoit à de petites tables, autour d’un café. On parle, on change de table, ' +
      'on rebondit sur les idées des autres. Tout ce qui est dit est écrit.',
    nothingNeeded: 'Rien à préparer, rien à apporter. Venez comme vous êtes.',
  },
};
