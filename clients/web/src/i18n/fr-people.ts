// The French texts of the people at the tables: captains, participants, remote people, experts.
import { frTogether } from './fr-together';
import { count } from './plural';

const several = (n: number, one: string, many: string) => count('fr', n, one, many);

export const frPeople = {
  hall: {
    /** What a role is asked to do, by view, where the step has no instruction of its own. */
    tasks: {
      captain: {
        preparation: 'Le café va bientôt commencer.',
        welcome: 'Accueillez vos invités, et comptez-les.',
        objective: 'Écoutez l’animateur.',
        round: 'Écrivez chaque idée, mot par mot.',
        move: 'Dites à chacun sa prochaine table.',
        syntheses: 'Écrivez la synthèse de la table, ligne par ligne.',
        map: 'Rapprochez les idées qui vont ensemble.',
        expert: 'Choisissez les idées à montrer à l’expert.',
        support: 'Comptez les points de ceux qui n’ont pas d’appareil.',
        actions: 'Notez qui fait quoi, et pour quand.',
        evaluation: 'Recueillez l’avis de chacun avant son départ.',
        thanks: 'Recueillez l’avis de chacun avant son départ.',
        closed: 'Le café est terminé. Merci !',
      },
      answering: 'Choisissez une idée, et répondez.',
      guest: {
        preparation: 'Le café va bientôt commencer.',
        welcome: 'Prenez la place qui vous convient.',
        objective: 'Écoutez l’animateur.',
        round: 'Parlez, écoutez, rebondissez.',
        move: 'Rejoignez votre prochaine table.',
        syntheses: 'Chaque table écrit sa synthèse.',
        map: 'Voici ce que toutes les tables ont dit.',
        expert: 'Écoutez l’expert.',
        support: 'Donnez vos points aux idées qui comptent pour vous.',
        actions: 'Voici ce qui va être fait.',
        evaluation: 'Dites-nous ce que vous en pensez.',
        thanks: 'Merci ! Dites-nous ce que vous en pensez.',
        closed: 'Le café est terminé. Merci !',
      },
    },

    menu: {
      sound: 'Son de la minuterie',
      soundOn: 'Son activé',
      soundOff: 'Son coupé',
      undo: 'Défaire ma dernière action',
      undoShort: 'Défaire',
      sent: 'Vos envois',
      undone: 'C’est défait.',
      nothingToUndo: 'Rien à défaire.',
      more: 'Plus',
    },

    hand: {
      raise: 'Lever la main',
      raised: 'Main levée',
      minute: 'Une minute de plus',
      minuteShort: '+1 min',
      minuteAsked: 'Minute demandée',
    },

    clock: {
      soon: 'Bientôt fini',
    },

    call: {
      now: 'En ce moment',
      fromFacilitator: 'De l’animateur',
      attention: 'Votre attention, s’il vous plaît',
      message: 'Message de l’animateur',
      read: 'J’ai lu',
      locked: 'L’animateur a fermé l’écriture pour un moment.',
    },

    writing: {
      voice: 'Qui l’a dit ?',
      voiceTable: 'La table',
      voiceOf: (name: string) => `Dit par ${name}`,
      newVoice: 'Autre prénom',
      addVoice: 'Ajouter',
      tags: 'Mots-clés',
      newTag: 'Autre mot-clé',
      addTag: 'Ajouter',
      keep: 'Garder pour moi',
      kept: 'Mes brouillons',
      keptHelp: 'Personne d’autre ne les voit.',
      share: 'Partager',
      takeUp: 'Reprendre',
      drop: 'Jeter',
      anonymous: 'Personne ne saura que c’est vous.',
      notNow: 'On n’écrit pas d’idées à cette étape. Vous pouvez garder la vôtre pour vous.',
      more: 'Qui, mots-clés…',
      whisper: (n: number) => `${several(n, 'idée', 'idées')}. Qui n’a pas encore parlé ?`,
    },

    idea: {
      toExpert: 'Montrer à l’expert',
      forExpert: 'Pour l’expert',
      unqueue: 'Ne plus montrer à l’expert',
      showMore: (n: number) => `Montrer ${several(n, 'autre', 'autres')}`,
      history: 'Histoire de l’idée',
      wroteAt: (who: string, time: string) => `Écrit par ${who}, ${time}`,
      wrote: (who: string) => `Écrit par ${who}`,
      tablet: 'la tablette de la table',
      device: (n: number) => `l’appareil ${n}`,
      anonymous: 'quelqu’un (sans nom)',
      byTable: 'Par table',
      byGroup: 'Par groupe',
      order: 'Ordre de la liste',
    },

    outcomes: {
      title: 'Vos envois',
      none: 'Tout est arrivé.',
      waits: 'attend sur cet appareil',
      arrived: 'arrivé',
      refused: 'refusé',
    },

    groups: {
      rename: 'Renommer',
      merge: 'Fusionner avec…',
      mergeInto: (name: string) => `Fusionner « ${name} » avec :`,
      merged: (names: string) => `Aussi : ${names}`,
      dissolve: 'Défaire le groupe',
      toExpert: 'Montrer le groupe à l’expert',
      save: 'Enregistrer',
    },

    phone: {
      greeting: (name: string) => (name ? `Bonjour ${name} !` : 'Bonjour !'),
      next: 'Votre prochaine table',
      nextOf: (round: number) => `Votre table pour le tour ${round}`,
      first: 'Votre table',
      sitHere: 'Je m’assois ici',
      seated: 'Vous êtes assis ici',
      other: 'Choisir une autre table',
      free: (n: number) => several(n, 'place libre', 'places libres'),
      full: 'complète',
      remote: 'à distance',
      lead: 'Cette table n’a pas de tablette. Vous pouvez écrire pour tous.',
      tabs: {
        table: 'Ma table',
        all: 'Toutes',
        map: 'La carte',
        support: 'Points',
        evaluation: 'Avis',
        actions: 'Actions',
        move: 'Ma place',
      },
      mine: 'à vous',
      joinAgain: 'Entrer de nouveau',
      joinAgainHelp: 'Vos idées restent dans le café.',
      syntheses: 'Les synthèses',
      validated: 'la table est d’accord',
    },

    roles: {
      captain: 'Le capitaine',
      expert: 'L’expert',
      facilitator: 'L’animateur',
    },

    ...frTogether,
  },
};
