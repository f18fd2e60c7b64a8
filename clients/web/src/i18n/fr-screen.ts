// The French texts of the projector: few words, large letters.
import { count } from './plural';

const several = (n: number, one: string, many: string) => count('fr', n, one, many);

export const frScreen = {
  screen: {
    title: 'Écran',
    mapTitle: (theme: string) => `Carte des idées : ${theme}`,
    more: (n: number) => `+${several(n, 'idée', 'idées')}`,
    newLink: 'Nouveau lien',
    /** A link that ends at the idea above it. */
    aboutThis: (idea: string, phrase: string) => `${idea} ${phrase} cette idée`,
    join: 'Rejoindre',
    code: 'Code',
    welcome: 'Bienvenue',
    welcomeTo: (name: string) => `Bienvenue, ${name} !`,
    scanOrType: 'Scannez, ou tapez :',
    ungrouped: 'Sans groupe',
    otherGroups: 'Autres groupes',
    groups: 'Groupes d’idées',
    propositions: 'Propositions',
    page: (n: number, all: number) => `${n} / ${all}`,
    joinLine: (address: string, code: string) => `Rejoindre : ${address} · Code ${code}`,
    listen: 'S’il vous plaît',
    listenHelp: 'On écoute',
    announcement: 'Message',
    spotlight: 'En grand',

    preparing: 'Le café se prépare',
    preparingHelp: 'Il commence bientôt.',
    arrived: (n: number) => several(n, 'personne est arrivée', 'personnes sont arrivées'),
    nobodyYet: 'Entrez, installez-vous !',
    andMore: (n: number) => `et ${several(n, 'autre', 'autres')}`,
    arrivedTitle: 'Elles et ils sont là',
    seats: 'Places libres',
    freeSeats: (n: number) => (n === 0 ? 'complète' : several(n, 'place libre', 'places libres')),

    objective: 'L’objectif',
    question: 'La question',
    keywords: 'Mots clés',
    rules: [
      'Parlez de ce que vous vivez.',
      'Laissez chacun finir sa phrase.',
      'Le capitaine écrit mot par mot.',
      'Rebondissez sur les idées des autres.',
      'Toute idée compte, aussi la plus étonnante.',
    ],

    roundSoon: 'Le tour va commencer',
    roundOpen: 'Parlez, écrivez',
    lastMinutes: 'Dernières minutes',
    ideasOfTables: 'Idées des tables',

    findTable: 'Trouvez votre table',
    chooseTable: 'Choisissez une autre table',
    captainsStay: 'Le capitaine reste à sa table.',
    missing: (n: number) => `On attend encore ${several(n, 'personne', 'personnes')}`,
    seatedOf: (n: number, all: number) => `${n} sur ${several(all, 'personne', 'personnes')}`,
    before: (n: number) => `avant le tour ${n}`,
    everybodySits: 'Tout le monde est assis',
    nextQuestion: 'La prochaine question',
    byColour: 'Selon la couleur de votre place :',
    seatColours: ['bleu', 'rouge', 'vert', 'jaune', 'violet', 'orange', 'blanc', 'turquoise'],
    advance: (tables: number) =>
      tables === 0
        ? 'reste à sa table'
        : tables === 1
          ? 'avance d’une table'
          : `avance de ${tables} tables`,

    syntheses: 'Les synthèses des tables',
    lineCount: (n: number) => several(n, 'ligne', 'lignes'),
    notWritten: 'pas encore écrite',
    written: 'en cours d’écriture',
    validated: 'la table est d’accord',
    noLine: 'Cette table n’a pas encore écrit sa synthèse.',
    cited: 'Idées citées',
    lineOf: (n: number, all: number) => `Ligne ${n} sur ${all}`,

    answering: 'L’expert vous répond…',
    noQuestion: 'Aucune idée n’attend l’expert.',
    nextUp: 'Ensuite',
    queue: (n: number) =>
      n === 0 ? 'Plus d’idée en attente' : `${several(n, 'idée attend', 'idées attendent')} encore`,
    groupOf: (n: number) => `Groupe de ${several(n, 'idée', 'idées')}`,

    supportTitle: 'Soutenez les idées qui comptent pour vous',
    supportEach: (n: number) =>
      n === 1 ? 'Chaque personne a un point.' : `Chaque personne a ${n} points.`,
    supportPhone: 'Avec un téléphone : touchez une idée, donnez vos points.',
    supportTable: 'Sans téléphone : dites-le au capitaine de votre table.',
    supportSecret: 'Personne ne saura à quelles idées vous les donnez.',
    supportBlind: 'Le résultat se voit à la fin.',
    supportGiven: (n: number) => several(n, 'point donné', 'points donnés'),
    supportResult: 'Les idées les plus soutenues',
    supportOthers: (n: number) =>
      `${several(n, 'autre idée a', 'autres idées ont')} aussi des points.`,
    dots: (n: number) => several(n, 'point', 'points'),

    plan: 'Le plan d’actions',
    noAction: 'Les actions s’écrivent ici.',
    columns: { what: 'Quoi', who: 'Qui', due: 'Pour quand', state: 'Où en est-on', cost: 'Coût' },
    actionStates: {
      proposed: 'proposée',
      decided: 'décidée',
      underWay: 'en cours',
      done: 'faite',
      dropped: 'abandonnée',
    },
    commitment: (n: number) => `Engagement ${n}`,
    from: (text: string) => `De l’idée « ${text} »`,
    fromGroup: (name: string) => `Du groupe « ${name} »`,
    notSaid: 'à dire',

    evaluate: 'Votre avis, en partant',
    evaluateHow: 'Trois questions, sur votre téléphone ou sur la tablette du capitaine.',
    evaluateSecret: 'Personne ne saura qui a répondu.',
    evaluation: 'Votre avis sur ce café',
    answersGiven: (n: number) => several(n, 'avis', 'avis'),
    thanks: 'Merci !',
    thanksWords: 'Vos idées sont gardées, mot par mot. Elles ne s’arrêtent pas ici.',
    inNumbers: (ideas: number, tables: number) =>
      `${several(ideas, 'idée', 'idées')}, ${several(tables, 'table', 'tables')}`,
    nextCafe: 'Le prochain café',
    trace: 'La trace du café',
    traceWhere: 'Toutes les idées, mot par mot, sont dans la trace. Elle est pour tout le monde.',
    traceAsk: 'Demandez-la en partant, sur papier ou par courriel.',
    closed: 'Le café est terminé',
    goodbye: 'Bon retour, et à bientôt !',
  },
};
