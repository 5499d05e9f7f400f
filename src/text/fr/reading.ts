const n = (count: number) => count.toLocaleString('fr-FR');
/** French keeps the singular below two. */
const plural = (count: number, one: string, many: string) => `${n(count)} ${count < 2 ? one : many}`;
/** So many of several, or the words for none of them and for every one. */
const part = (count: number, all: number, some: string, none: string, every: string): string => {
  if (count === 0) return none;
  return count === all ? every : some;
};

/** Words of the readings of the report and of the sections that only they have; fetched with the report, not before. */
export const readingFr = {
  readings: {
    commission: {
      name: 'Département et commission',
      title: "Accompagner les jeunes sortant de l'Aide sociale à l'enfance",
      note: "Le dossier de la commission départementale d'accès à l'autonomie : obligations, six besoins de la loi, ce qui a changé.",
    },
    collectivite: {
      name: 'Collectivité',
      title: "Les jeunes sortant de l'Aide sociale à l'enfance sur votre territoire",
      note: "Une fiche par intercommunalité ou secteur : où l'offre est à portée, où elle ne l'est pas, qui agit.",
    },
    fondation: {
      name: 'Fondation, financeur',
      title: "Ce qu'un financement changerait pour les jeunes sortant de l'ASE",
      note: 'Lieux et places manquants, jeunes concernés, montants connus.',
    },
    reseau: {
      name: "Réseau d'entraide",
      title: 'Entraide, mentorat, parrainage : présences et attentes',
      note: 'Où les réseaux sont présents, absents, attendus ; avec qui se lier.',
    },
    public: {
      name: 'Jeunes et tous les acteurs',
      title: 'Qui peut m’aider ?',
      note: 'Livret public : qui aide pour quoi, près de chez soi. Sans note interne ni adresse protégée.',
    },
  },
  ofWhole: (name: string) => `Cette partie porte sur tout le territoire : ${name}.`,
  subtitles: {
    commission: (territory: string) => `${territory} : offre, besoins non couverts et partenariats`,
    collectivite: (territory: string) => `${territory} : offre à portée et besoins non couverts`,
    fondation: (territory: string) => `${territory} : besoins, places et financements`,
    reseau: (territory: string) => `${territory} : entraide et partenariats`,
    public: (territory: string) => `${territory} : logement, santé, emploi, droits, entraide`,
  },
  sections: {
    synthese: 'Synthèse',
    territoires: 'Fiche par territoire',
    obligations: 'Ce que la loi demande',
    'besoins-loi': 'Les six besoins de la loi',
    cartes: "Cartes d'accès, par domaine",
    besoins: 'Besoins non couverts',
    offre: 'Offre recensée',
    continuite: 'Continuité des parcours',
    jeunes: 'Jeunes suivis',
    documents: 'Documents de référence',
    changements: 'Ce qui a changé',
    entraide: "Réseaux d'entraide",
    reseau: 'Partenariats',
    rapprochements: 'Rapprochements à examiner',
    subvention: "Ce qu'un financement changerait",
    financements: 'Financements',
    annuaire: 'Annuaire',
    repertoire: 'Livret public',
    methode: 'Méthode',
    sources: 'Sources et limites',
    communes: 'Annexe : communes',
  },
  screen: {
    document: 'Document',
    territory: 'Territoire',
    allTerritory: (name: string) => `Tout le territoire (${name})`,
    fiche: "Fiche d'une page",
    ficheNote: "L'essentiel sur une page : cartes, matrice, besoins à examiner d'abord.",
    outputs: {
      'report-pdf': 'PDF (accessible, à imprimer)',
      'report-html': 'Page HTML (un seul fichier, sans réseau)',
      'report-pages': 'Images PNG de chaque page (archive ZIP)',
      'fiche-png': 'Image PNG, 300 points par pouce',
      'units-pdf': (count: number) => `${plural(count, 'PDF par territoire', 'PDF, un par territoire')} (archive ZIP)`,
    },
    side: 'À côté de l’aperçu',
    sides: { contents: 'Sommaire', compose: 'Composer' },
    sections: 'Sections, dans leur ordre',
    empty: '(rien à imprimer)',
    otherSections: 'Autres sections',
    up: (name: string) => `Monter « ${name} »`,
    down: (name: string) => `Descendre « ${name} »`,
    asProposed: 'Reprendre la composition proposée',
    restored: 'La composition proposée est reprise.',
    landscape: 'Papier A4 couché',
    hideNames: 'Masquer les noms dans les fragilités',
    since: 'Ce qui a changé depuis',
    latest: 'le dernier état daté',
    edit: 'Modifier',
    editOf: (start: string) => `Modifier le texte : ${start}`,
    addComment: 'Ajouter un commentaire',
    addCommentTo: (section: string) => `Ajouter un commentaire : ${section}`,
    text: 'Texte',
    textHelp: 'Une ligne vide sépare deux paragraphes.',
    save: 'Enregistrer',
    cancel: 'Annuler',
    computed: 'Reprendre le texte calculé',
    remove: 'Supprimer ce texte',
    written: 'Texte enregistré dans le diagnostic.',
    rewritten: 'Le texte calculé est repris.',
    removed: 'Texte supprimé.',
    own: 'Texte de votre équipe',
    stale: 'Le texte calculé a changé depuis que vous avez écrit celui-ci :',
    title: 'Titre',
    author: 'Signature',
    foreword: 'Avant-propos',
    addForeword: 'Ajouter un avant-propos',
    moreRows: (count: number) => `et ${plural(count, 'autre ligne', 'autres lignes')} dans le document.`,
    moreCards: (count: number) => `et ${plural(count, 'autre fiche', 'autres fiches')} dans le document.`,
    figure: 'Figure',
    figureOf: (title: string) => `Exporter la figure : ${title}`,
    figures: {
      png: 'Image PNG, 300 points par pouce',
      svg: 'Image vectorielle SVG',
      csv: 'Valeurs (CSV)',
      copy: "Copier l'image",
    },
    copied: 'Image copiée : elle peut être collée dans un document.',
    notCopied: "Le navigateur n'a pas laissé copier l'image : exportez-la en PNG.",
    stopped: "Export annulé : aucun fichier n'a été écrit.",
    noRoom:
      "L'export n'a pas pu être écrit : la place manque (disque ou mémoire pleine). Libérez de la place ou exportez territoire par territoire, puis recommencez ; le diagnostic n'est pas touché.",
    files: {
      commission: 'commission',
      collectivite: 'collectivite',
      fondation: 'fondation',
      reseau: 'reseau-entraide',
      public: 'livret-public',
      fiche: 'fiche',
      units: 'par-territoire',
    },
    preview:
      "L'aperçu montre le même contenu que le PDF ; les textes signalés par un crayon se modifient ici et restent dans le diagnostic.",
  },
  obligations: {
    title: 'Ce que la loi demande, ce que ce dossier en montre',
    intro:
      "La commission départementale d'accès à l'autonomie établit un diagnostic des besoins et des ressources, organise le partenariat et se réunit au moins deux fois par an (arrêté du 8 août 2023). La colonne de droite ne dit que ce qui est entré dans ce diagnostic.",
    table: "Textes et ce qu'en montre ce diagnostic",
    columns: { text: 'Texte', asks: "Ce qu'il demande", shows: 'Ce que montre ce diagnostic' },
    laws: {
      projet: {
        text: 'Article L. 222-5-1 du CASF',
        asks: "Un entretien au plus tard un an avant la majorité, un projet d'accès à l'autonomie ; le contrat d'engagement jeune systématiquement proposé.",
      },
      priseEnCharge: {
        text: 'Article L. 222-5, 5° du CASF',
        asks: "La prise en charge, jusqu'à 21 ans, de ceux qui ont été confiés avant leur majorité et qui n'ont pas de ressources ou de soutien familial suffisants.",
      },
      besoins: {
        text: 'Article R. 222-6 du CASF (décret n° 2022-1125)',
        asks: 'Un accompagnement qui répond à six besoins : ressources, logement, emploi et formation, soins, démarches, accompagnement socio-éducatif.',
      },
      protocole: {
        text: 'Article L. 222-5-2 du CASF',
        asks: "Un protocole entre le Département, le préfet et la Région pour préparer et mieux accompagner l'accès à l'autonomie, de 16 à 21 ans.",
      },
      entretien: {
        text: 'Article L. 222-5-2-1 du CASF',
        asks: 'Un entretien six mois après la sortie, qui rappelle les droits.',
      },
      commission: {
        text: 'Article R. 222-8 du CASF et arrêté du 8 août 2023',
        asks: 'Une commission qui fait le diagnostic, organise le partenariat, privilégie le droit commun et évalue le protocole.',
      },
      mentorat: {
        text: 'Article L. 221-2-6 du CASF, décrets n° 2024-117 et 2024-118',
        asks: 'Un parrain ou une marraine, et un mentor, systématiquement proposés.',
      },
      hebergement: {
        text: 'Décret n° 2024-119',
        asks: "Un hébergement dérogatoire de deux mois au plus, de 16 à 21 ans, jamais à l'hôtel.",
      },
    },
    source: 'lecture des textes par Maillage, novembre 2026, à vérifier sur Légifrance avant décision ; inventaire importé.',
    schemes: (count: number, what: string) => `${plural(count, 'dispositif recensé', 'dispositifs recensés')} : ${what}.`,
    dedicated: (count: number, all: number) =>
      `${all === 1 ? 'dédié' : part(count, all, `dont ${plural(count, 'dédié', 'dédiés')}`, 'dont aucun dédié', 'tous dédiés')} à l'ASE ou à la PJJ`,
    contract: (count: number) =>
      count === 0
        ? "Aucun dispositif ne porte le nom du contrat d'engagement jeune."
        : `${plural(count, 'dispositif porte', 'dispositifs portent')} le nom du contrat d'engagement jeune.`,
    follow: 'accompagnement socio-éducatif',
    jobs: 'emploi, formation, insertion',
    mentors: 'mentorat, parrainage, entraide',
    homes: 'logement, hébergement',
    counts: (titles: string) => `Nombres de jeunes suivis entrés : ${titles}.`,
    noCounts: "Aucun nombre de jeunes suivis par l'ASE n'est entré.",
    sixNeeds: (covered: number) =>
      covered === 6
        ? 'Au moins un dispositif recensé pour chacun des six besoins.'
        : `Au moins un dispositif recensé pour ${n(covered)} des six besoins.`,
    protocol: (titles: string) => `Protocole entré dans ce diagnostic : ${titles}.`,
    noProtocol: "Aucun protocole n'est entré dans ce diagnostic.",
    seats: (present: number, all: number) =>
      `${n(present)} des ${n(all)} places de la commission ont au moins un acteur de leur type dans l'inventaire (voir le tableau suivant).`,
    seatsTitle: 'Autour de la table',
    seatsTable: "Places de la commission et acteurs de l'inventaire",
    seat: 'Place',
    present: "Dans l'inventaire",
    tied: 'Liés au Département',
    composition: 'Composition',
  },
  legal: {
    none: "Aucun dispositif recensé ne répond à ce besoin : rien n'en est dit de plus.",
    counts: (all: number, dedicated: number, placed: number) => {
      const forWhom = "aux jeunes, à l'ASE ou à la PJJ";
      if (all === 1)
        return `1 dispositif recensé, ${dedicated ? 'dédié' : 'non dédié'} ${forWhom} ; son lieu ${placed ? 'est connu' : "n'est pas connu"}.`;
      const some = `dont ${plural(dedicated, 'dédié', 'dédiés')}`;
      const somewhere = `${plural(placed, 'a', 'ont')} un lieu connu`;
      return `${n(all)} dispositifs recensés, ${part(dedicated, all, some, 'dont aucun dédié', 'tous dédiés')} ${forWhom} ; ${part(placed, all, somewhere, "aucun n'a de lieu connu", 'tous ont un lieu connu')}.`;
    },
    level: (level: string, people: string) => `Niveau d'ensemble : ${level} ; jeunes au niveau 2 ou 3 : ${people}.`,
    noLevel: "Données absentes : aucun niveau n'est affirmé.",
    about: (people: string) => `environ ${people}`,
    nobody: 'aucun',
    where: 'Territoires les plus concernés :',
    more: (count: number) => `et ${plural(count, 'autre territoire', 'autres territoires')}.`,
  },
  changes: {
    title: 'Ce qui a changé',
    none: "Aucun état daté n'est gardé dans ce diagnostic : il n'y a rien à comparer. Un état pris à chaque commission (écran Besoins, Évolution) permettra de dire ici ce qui a changé.",
    since: (name: string, date: string) => `Depuis l'état « ${name} », pris le ${date}.`,
    method:
      "Les deux états sont lus avec les mêmes réglages et les mêmes références : ce qui change est l'offre recensée, non la mesure. Une fiche ajoutée peut décrire un service qui existait déjà.",
    table: 'Changements par sorte de fiche',
    columns: {
      what: 'Fiches',
      opened: 'Nouvelles',
      closed: 'Fermées ou retirées',
      changed: 'Modifiées',
      unchanged: 'Inchangées',
    },
    rows: { schemes: 'Dispositifs', ties: 'Partenariats', gaps: 'Besoins non couverts' },
    source: 'états datés de ce diagnostic ; calculs Maillage.',
    opened: 'Dispositifs nouveaux dans l’inventaire',
    closed: 'Dispositifs fermés ou retirés',
    solved: 'Besoins qui ne sont plus relevés',
    appeared: 'Besoins relevés depuis',
    grown: 'Besoins modifiés',
    unsure: (count: number) =>
      `${plural(count, 'besoin reste', 'besoins restent')} à vérifier : données absentes de l'un des états, ou places inconnues.`,
    became: (before: string, after: string) => `${before} → ${after}`,
    gapChange: (name: string, domain: string, levels: string, people: string) =>
      `${name}, ${domain} : niveau ${levels} ; jeunes concernés ${people}`,
    more: (count: number) => `et ${plural(count, 'autre', 'autres')}`,
    otherTerritory: 'Les besoins ne se comparent pas un à un : le territoire ou la maille ont changé.',
  },
  network: {
    findings: 'Ce que dit le réseau',
    fragile: 'Points de fragilité',
    brokers: 'Intermédiaires',
    mixing: 'Entre domaines et entre territoires',
    hidden: 'Les noms des acteurs sont masqués dans cette partie ; ils restent dans le diagnostic.',
  },
  suggestions: {
    title: 'Rapprochements à examiner',
    robustness: 'Pour que le réseau tienne sans un seul passage',
  },
  funding: {
    title: 'Financements',
    counts: (funders: number, ties: number) =>
      `${plural(funders, 'financeur connu', 'financeurs connus')} et ${plural(ties, 'lien de financement', 'liens de financement')} dans l'inventaire.`,
    table: 'Montants connus, du plus grand au plus petit',
    rest: (count: number) => `${plural(count, 'autre flux', 'autres flux')}`,
    source: 'montants entrés dans l’inventaire, toutes années connues ; ils ne sont pas complets.',
    fragileTitle: 'À surveiller',
    leadsTitle: 'Financeurs déjà présents près des besoins',
    more: (count: number) => `${plural(count, 'autre ligne', 'autres lignes')} dans l'écran Réseau, Financements.`,
  },
  grant: {
    title: "Ce qu'un financement changerait",
    intro:
      "Pour chaque domaine : les jeunes concernés par un besoin non couvert, ce qui manque au moins, et les communes où un lieu de plus rapprocherait le plus de jeunes. Ce sont des points calculés, non des implantations. Ces pistes se discutent avec les acteurs ; elles ne disent ni coût, ni disponibilité d'un porteur.",
    domainsTable: 'Besoins et moyens connus, par domaine',
    columns: {
      domain: 'Domaine',
      needs: 'Besoins relevés',
      people: (who: string) => `Jeunes concernés (${who}, environ)`,
      places: 'Places manquantes (au moins)',
      funders: 'Financeurs connus',
      euros: 'Montants connus',
    },
    euros: (amount: string, ties: number) => `${amount} (${plural(ties, 'lien', 'liens')})`,
    noEuros: 'aucun montant entré',
    notByPlaces: '– (lu par les lieux)',
    domainsSource:
      'inventaire importé ; montants des liens de cofinancement et de mécénat vers les acteurs du domaine, toutes années connues ; calculs Maillage.',
    sitesTitle: 'Où un lieu de plus rapprocherait le plus de jeunes',
    sitesTable: 'Un lieu de plus par domaine, puis un deuxième, puis un troisième',
    sitesColumns: {
      commune: 'Commune',
      unit: 'Territoire',
      domain: 'Domaine',
      gained: (who: string) => `Jeunes de plus à portée (${who}, environ)`,
      reach: 'Part à portée, avant → après',
    },
    sitesNote: (minutes: string) =>
      `« À portée » : à moins du deuxième seuil du domaine (${minutes}), en voiture, temps estimé. Choix glouton : chaque lieu est celui qui rapproche le plus de jeunes après les précédents (problème de couverture maximale, Church et ReVelle 1974). Ni les places, ni les transports en commun ne sont comptés.`,
    sitesOfUnit: (name: string) =>
      `Ne sont comptés que les jeunes de ce territoire (${name}), et cherchées que ses communes : un lieu en servirait d'autres alentour.`,
    sitesNone: "Avec les lieux recensés, presque tous les jeunes sont déjà à portée : un lieu de plus n'en rapprocherait guère.",
    minutesOf: (domain: string, minutes: string) => `${domain} ${minutes} min`,
    sitesSource: 'inventaire importé ; temps estimés ; calculs Maillage.',
  },
  mutualAid: {
    title: "Réseaux d'entraide, mentorat, parrainage",
    intro:
      "« Présent » : un acteur de l'inventaire porte ce nom. « À confirmer » : un acteur de ce type y est, sous un autre nom. « Attendu » : un lien souhaité ou en projet le nomme. « Absent de cet inventaire » ne veut pas dire absent du territoire.",
    networksTable: "Réseaux nationaux d'entraide",
    columns: {
      network: 'Réseau',
      brings: 'Apport',
      state: 'État',
      actors: "Acteurs de l'inventaire",
      tied: 'Liés au Département',
    },
    states: { present: 'présent', likely: 'à confirmer', awaited: 'attendu', absent: 'absent de cet inventaire' },
    source: 'liste de référence de Maillage (novembre 2026), modifiable ; inventaire importé.',
    unitsTable: 'Mentorat et entraide, territoire par territoire',
    unitColumns: {
      unit: 'Territoire',
      young: 'Jeunes',
      level: 'Niveau (mentorat)',
      sites: 'Dispositifs ayant un lieu',
      nearest: 'Le plus proche (temps médian estimé)',
    },
    minutes: (minutes: string, name: string) => `${name}, ${minutes} min`,
    noneReached: 'aucun recensé',
  },
  unit: {
    title: (name: string) => name,
    intro: (communes: string, young: string, who: string, people: string, isPart: boolean) =>
      `${isPart ? 'Partie située dans le département : ' : ''}${communes}, environ ${young} ${who} pour ${people} habitants.`,
    table: (name: string) => `${name} : lecture par domaine`,
    columns: {
      domain: 'Domaine',
      level: 'Niveau',
      people: 'Jeunes au niveau 2 ou 3 (environ)',
      nearest: 'Le plus proche (temps estimé, médiane de tous les jeunes)',
      records: 'Dispositifs ayant un lieu',
      confidence: 'Confiance',
      whole: 'Département',
    },
    nearest: (name: string, minutes: string) => `${name}, ${minutes} min`,
    noNearest: 'aucun',
    needs: 'Besoins non couverts',
    noNeeds: "Aucun besoin non couvert n'est relevé avec les seuils en vigueur, là où les données permettent de le dire.",
    continuity: 'Continuité des parcours',
    actors: 'Qui agit ici',
    actorsIntro: (here: number, zone: number) =>
      `${plural(here, 'acteur recensé y reçoit', 'acteurs recensés y reçoivent')} du public${zone === 0 ? '.' : ` ; ${plural(zone, 'autre y intervient', 'autres y interviennent')} d'après la zone déclarée.`}`,
    actorsMore: (count: number) => `et ${plural(count, 'autre', 'autres')}, dans l'annuaire.`,
    noActors: "Aucun acteur recensé n'y a de lieu connu.",
    communes: 'Commune par commune',
    communesTable: (name: string) => `${name} : niveau et temps par commune`,
  },
  directory: {
    how: 'Comment lire ce livret',
    intro:
      "Ce livret dit qui peut aider, pour quoi, et où. Il est rangé par territoire : cherchez le vôtre, puis ce dont vous avez besoin. Téléphonez ou écrivez avant de vous déplacer quand c'est possible : une adresse ou un horaire a pu changer.",
    dated: (date: string, years: string) =>
      `Livret établi le ${date}${years === '' ? '' : ` (années des sources : ${years})`}. Il peut manquer des services : l'absence d'un service ici ne veut pas dire qu'il n'existe pas.`,
    who: "Vous avez été suivi par l'Aide sociale à l'enfance ou la Protection judiciaire de la jeunesse, et vous avez entre 16 et 25 ans : demandez d'abord à votre éducatrice, votre éducateur ou au Département ce à quoi vous avez droit.",
    everywhere: 'À distance, ou partout dans le département',
    unplaced: 'Sans lieu connu',
    withoutDomain: (count: number, said: string) =>
      count === 1
        ? "Un service de l'inventaire n'est pas dans ce livret : il n'est pas encore dit à quoi il aide."
        : `${said} services de l'inventaire ne sont pas dans ce livret : il n'est pas encore dit à quoi ils aident.`,
    empty: "Aucun service ouvert n'est recensé avec un domaine : ce livret serait vide.",
    domains: {
      sante: 'Me soigner',
      logement: 'Me loger',
      emploi: 'Travailler, me former',
      mentorat: "Être épaulé, rencontrer quelqu'un",
      droits: 'Mes droits, mes papiers, manger',
      suivi: 'Continuer à être accompagné',
    },
    lines: { what: 'Pour quoi : ', ages: 'Pour qui : ', where: 'Où : ', how: 'Comment : ', web: 'Sur internet : ' },
    ages: (from: string, to: string) => `de ${from} à ${to} ans`,
    agesFrom: (from: string) => `à partir de ${from} ans`,
    agesTo: (to: string) => `jusqu'à ${to} ans`,
    town: (name: string) => `${name} (adresse non donnée ici)`,
    noneHere: (names: string) => `Aucun service ayant un lieu connu ici : ${names}.`,
    remote: 'à distance (téléphone, internet)',
    mobile: 'une équipe se déplace',
    toVerify: 'à vérifier avant de vous déplacer',
  },
};

export type ReadingText = typeof readingFr;
