// The French texts of the pages that captains and guests use, and of what all pages share.
//
// Short sentences, no jargon. The spaces before ? : ; ! » and inside « » are non-breaking (U+00A0).
import { frOffline } from './fr-offline';
import { frPages } from './fr-pages';
import { frPeople } from './fr-people';
import { count } from './plural';

const several = (n: number, one: string, many: string) => count('fr', n, one, many);

export const frCore = {
  language: 'Français',
  otherLanguage: 'English',
  loading: 'Un instant…',
  cancel: 'Annuler',
  close: 'Fermer',
  ideas: (n: number) => several(n, 'idée', 'idées'),
  people: (n: number) => several(n, 'personne', 'personnes'),
  tableNumber: (n: number) => `Table ${n}`,
  tableAndName: (n: number, name: string) => `Table ${n} · ${name}`,
  tabsLabel: 'Ce que vous voulez voir',
  quoted: (text: string) => `« ${text} »`,
  sentence: (from: string, phrase: string, to: string) => `« ${from} » ${phrase} « ${to} »`,

  roles: {
    facilitator: 'Animation',
    screen: 'Écran',
    captain: 'Capitaine',
    participant: 'Participant',
    remote: 'À distance',
    expert: 'Expert',
  },

  pictograms: {
    sun: 'le soleil',
    leaf: 'la feuille',
    droplet: 'la goutte',
    house: 'la maison',
    star: 'l’étoile',
    bird: 'l’oiseau',
    fish: 'le poisson',
    tree: 'le sapin',
    umbrella: 'le parapluie',
    key: 'la clé',
    bike: 'le vélo',
    bell: 'la cloche',
  },

  link: {
    connecting: 'Connexion…',
    live: 'Connecté',
    stale: 'Données anciennes, reconnexion…',
    old: 'Données anciennes',
    down: 'Pas de connexion',
    unreachable: 'Le serveur ne répond pas. La page s’ouvrira dès qu’il revient.',
    waiting: (seconds: number) => `Reconnexion dans ${seconds} s`,
    readOnly: 'Lecture seule : le serveur n’a plus de place',
    pending: (n: number) => `${several(n, 'idée', 'idées')} en attente`,
    pendingOther: (n: number) => `${several(n, 'changement', 'changements')} en attente`,
    retry: 'Réessayer',
    notKept: 'Ne fermez pas cette page : cet appareil ne garde pas les idées en attente.',
  },

  ended: {
    title: 'La page est arrêtée',
    reload: 'Recharger la page',
    badRequest: 'Ce lien est abîmé. Demandez un nouveau lien à l’animateur.',
    unauthenticated: 'Ce lien n’est plus valable. Demandez un nouveau lien à l’animateur.',
    forbidden: 'Ce lien ne permet pas cela. Demandez un autre lien à l’animateur.',
    noSuchCafe: 'Ce café n’existe pas sur ce serveur. Vérifiez l’adresse.',
    upgrade: 'Une nouvelle version est là. Rechargez la page.',
    superseded:
      'Cette page est ouverte ailleurs sur cet appareil. Continuez là-bas, ou rechargez ici.',
    removed: 'L’accès de cet appareil a été retiré par l’animateur.',
    over: 'Le café est terminé. Merci !',
    connections: 'Trop d’appareils sont connectés. Attendez un peu, puis rechargez.',
    other: 'La connexion est coupée. Rechargez la page.',
    noToken:
      'Il manque la fin du lien. Scannez de nouveau le code QR, ou demandez le lien complet.',
  },

  steps: {
    preparation: 'Préparation',
    welcome: 'Accueil',
    objective: 'Objectif',
    table_syntheses: 'Synthèses des tables',
    map_and_convergence: 'Carte et convergence',
    expert: 'Parole à l’expert',
    action_plan: 'Plan d’actions',
    thanks: 'Remerciements',
    closed: 'Café terminé',
  },
  round: (n: number) => `Tour ${n}`,
  roundOf: (n: number, all: number) => `Tour ${n} sur ${all}`,
  move: (n: number) => `Rotation ${n}`,

  timer: {
    label: 'Temps du tour',
    overtime: 'Temps dépassé',
    paused: 'En pause',
    grace: 'Finissez vos phrases',
    locked: 'Tour terminé',
    announceMinutes: (n: number) => `Il reste ${several(n, 'minute', 'minutes')}`,
    announceOver: 'Le temps est écoulé',
  },

  marks: {
    unconventional: 'Vision non conventionnelle',
    question: 'Question',
    unanimous: 'À l’unanimité',
  },
  /** The same, on a button. */
  markNames: {
    unconventional: 'Audacieuse',
    question: 'Question',
    unanimous: 'Unanimité',
  },
  cardStates: {
    late: 'arrivée après la fin du tour',
    waiting: 'en attente',
    edited: 'modifiée',
    hidden: 'masquée par l’animateur',
    withdrawn: 'retirée',
  },

  kinds: {
    buildsOn: 'complète',
    nuances: 'nuance',
    opposes: 's’oppose à',
    exampleOf: 'est un exemple de',
    asks: 'interroge',
    sameAs: 'rejoint',
    leadsTo: 'permet',
    unknown: 'est liée à',
  },

  idea: {
    write: 'Écrire une idée',
    placeholder: 'Mot par mot, comme on l’a dit…',
    add: 'Ajouter',
    marks: 'Marques',
    closed: 'L’écriture est fermée pour le moment. Ce que vous écrivez reste ici.',
    edit: 'Modifier',
    rebound: 'Rebondir',
    tooLong: 'C’est trop long. Faites-en deux idées.',
    save: 'Enregistrer',
    history: 'Ce qui était écrit avant',
    search: 'Chercher une idée',
    searchNone: 'Aucune idée ne contient ces mots.',
    reboundOn: 'Rebondir sur',
    ownPhrase: 'Autres mots (si besoin)',
    yourIdea: 'Votre idée',
    sendRebound: 'Ajouter le rebond',
    inGroup: (name: string) => `Groupe : ${name}`,
    withdraw: 'Retirer',
    restore: 'Remettre',
    howLinked: 'Ce que votre idée fait de celle-ci',
    noneAll: 'Pas encore d’idée.',
  },

  /** What a refused command was, and what helps. */
  rejected: {
    title: 'Refusé par le serveur',
    copy: 'Copier le texte',
    copied: 'Copié',
    tryAgain: 'Renvoyer',
    forget: 'Oublier',
    malformed: 'Le serveur n’a pas compris. Rechargez la page et réessayez.',
    unsupported: 'Le serveur est plus ancien que cette page. Rechargez la page.',
    forbidden: 'Cela n’est pas permis depuis cet appareil. Demandez à l’animateur.',
    notFound: 'Ce que vous avez choisi n’existe plus.',
    withdrawn: 'Ce que vous avez choisi a été retiré entre-temps.',
    roundClosed: 'L’écriture est fermée. Demandez à l’animateur de la rouvrir, puis renvoyez.',
    limit: 'C’est trop long, ou il y en a trop. Raccourcissez, puis renvoyez.',
    budget: 'Vous avez déjà tout utilisé.',
    conflict: 'Quelqu’un l’a fait avant vous.',
    other: (code: number) => `Refusé (code ${code}). Demandez à l’animateur.`,
  },

  actions: {
    addCard: 'Nouvelle idée',
    editText: 'Modification d’une idée',
    setCard: 'Marque sur une idée',
    addLink: 'Lien entre deux idées',
    addGroup: 'Nouveau groupe',
    setGroup: 'Nom d’un groupe',
    placeCard: 'Rangement d’une idée',
    withdraw: 'Idée retirée',
    restore: 'Idée remise',
    takeSeat: 'Place à table',
    join: 'Arrivée dans le café',
    step: 'Changement d’étape',
    round: 'Minuterie du tour',
    access: 'Accès donné ou retiré',
    other: 'Action',
  },
  ...frOffline,
  ...frPages,
  ...frPeople,
};
