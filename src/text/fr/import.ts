import { formatNumber } from '../format';

/** « 1 ligne », « 12 lignes »; French keeps the singular below two. */
const some = (count: string | undefined, one: string, many: string) =>
  `${formatNumber(Number(count), 'fr')} ${Number(count) < 2 ? one : many}`;

/** Words of the import: fields, formats, what became of each row. */
export const importFr = {
  fields: {
    id: 'Identifiant',
    actorId: "Identifiant de l'acteur",
    name: 'Nom',
    actorName: 'Acteur porteur',
    schemeName: 'Nom du dispositif',
    acronym: 'Sigle',
    kind: "Type d'acteur",
    status: 'Statut juridique',
    siren: 'SIREN',
    siret: 'SIRET',
    rna: 'RNA',
    finess: 'FINESS',
    network: 'Réseau',
    address: 'Adresse',
    postcode: 'Code postal',
    departement: 'Département',
    communeCode: 'Code commune (Insee)',
    communeName: 'Commune',
    lon: 'Longitude',
    lat: 'Latitude',
    latLon: 'Latitude, longitude (une cellule)',
    crs: 'Projection',
    sourceKey: 'Clé dans la source',
    parentKey: "Clé de l'organisme parent",
    parentName: 'Entité juridique ou organisme parent',
    parentSiren: "SIREN de l'entité juridique",
    parentFiness: "FINESS de l'entité juridique",
    precision: 'Précision de la position',
    type: 'Type de dispositif',
    domains: 'Domaines',
    needs: 'Besoins (R.222-6)',
    fights: 'Combats',
    publics: 'Publics',
    dedication: 'Dédié à',
    ageMin: 'Âge minimum',
    ageMax: 'Âge maximum',
    places: 'Places',
    placesForAse: "Places réservées à l'ASE",
    occupancy: "Taux d'occupation",
    zone: "Zone d'éligibilité",
    mode: "Mode d'accueil",
    funders: 'Financeurs',
    fundingKinds: 'Types de financement',
    opensOn: "Date d'ouverture",
    closesOn: 'Date de fermeture',
    fundingEndsOn: 'Fin du financement',
    closed: 'Fermé',
    verification: 'Vérification',
    toVerify: 'À vérifier',
    origin: 'Source',
    originYear: 'Année de la source',
    updatedOn: 'Date de mise à jour',
    note: 'Note',
    fromId: "Lien : identifiant de l'acteur source",
    toId: "Lien : identifiant de l'acteur cible",
    fromName: 'Lien : financeur ou acteur source',
    toName: 'Lien : bénéficiaire ou acteur cible',
    fromKind: "Lien : type de l'acteur source",
    fromSiren: "Lien : SIREN de l'acteur source",
    toSiren: "Lien : SIREN de l'acteur cible",
    nature: 'Lien : nature',
    intensity: 'Lien : intensité',
    tieStatus: 'Lien : statut',
    stated: 'Lien : constaté ou déduit',
    direction: 'Lien : sens',
    confirmation: 'Lien : confirmé par',
    amount: 'Lien : montant (€)',
    year: 'Lien : année',
    document: 'Lien : document',
    startsOn: 'Lien : début',
    endsOn: 'Lien : échéance',
    proof: 'Lien : preuve',
    nextAction: 'Lien : prochaine action',
    nextActionOn: 'Lien : prochaine action le',
    unitCode: 'Code du territoire',
    sector: 'Secteur',
    unitName: 'Territoire',
    young1824: 'Habitants de 18 à 24 ans',
    iris: 'IRIS',
    youngAse: 'Jeunes suivis par l’ASE',
    youngPjj: 'Jeunes suivis par la PJJ',
    ages: 'Tranche d’âge',
    fromCommune: 'Commune de départ',
    toCommune: 'Commune d’arrivée',
    travelMinutes: 'Temps de trajet (minutes)',
    extraMinutes: 'Exception de trajet (minutes en plus, ou infranchissable)',
    censusState: 'Recensement',
    censusBy: 'Recensé par',
    censusOn: 'Recensé le',
    censusList: 'Liste de contrôle',
  },
  reasons: {
    name: "d'après son titre",
    content: "d'après son contenu",
    format: "d'après le format reconnu",
    personal: 'donnée personnelle, laissée de côté',
    chosen: 'choisi par vous',
  },
  records: {
    acteurs: 'acteurs',
    lieux: 'lieux (un acteur, un site et un dispositif par ligne)',
    dispositifs: 'dispositifs',
    partenariats: 'partenariats',
    territoires: 'états de recensement',
    secteurs: 'secteurs (une commune par ligne)',
    population: 'habitants de 18 à 24 ans (une commune par ligne)',
    effectifs: 'jeunes de l’ASE et de la PJJ (un territoire par ligne)',
    trajets: 'temps de trajet (un couple de communes par ligne)',
  },
  formats: {
    'finess-2026': 'FINESS 2026 (JSON)',
    'finess-etalab': 'FINESS, extraction Etalab',
    'dila-annuaire': 'annuaire de l’administration (DILA)',
    gogocarto: 'GoGoCarto',
    rna: 'registre national des associations (RNA)',
    json: 'JSON',
    classeur: 'classeur (Excel, LibreOffice)',
    'data-inclusion-structures': 'data·inclusion, structures',
    'data-inclusion-services': 'data·inclusion, services',
    'scdl-subventions': 'subventions SCDL',
    'jaune-budgetaire': 'jaune budgétaire de l’État',
    'missions-locales-imilo': 'registre des missions locales (i-milo)',
    csv: 'texte délimité (CSV)',
    geojson: 'GeoJSON',
    'maillage-acteurs': 'table Maillage « acteurs »',
    'maillage-dispositifs': 'table Maillage « dispositifs »',
    'maillage-partenariats': 'table Maillage « partenariats »',
    'maillage-territoires': 'table Maillage « territoires »',
    'maillage-secteurs': 'table Maillage « secteurs »',
    'maillage-population': 'table Maillage « population »',
    'maillage-effectifs': 'table Maillage « jeunes »',
    'maillage-trajets': 'table Maillage « trajets »',
    'matrice-trajets': 'temps de trajet entre communes',
    'exceptions-trajet': 'exceptions de trajet entre communes ou EPCI',
    'osrm-table': 'temps de trajet (table d’OSRM)',
    'valhalla-matrice': 'temps de trajet (matrice de Valhalla)',
    inconnu: 'non reconnu',
  } as Record<string, string>,
  delimiters: { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre verticale' } as Record<string, string>,
  others: (n: number) => (n === 1 ? ' (et 1 autre ligne)' : ` (et ${formatNumber(n, 'fr')} autres lignes)`),
  /** « Fichier x, ligne 12, colonne « Ville » : … » */
  place: (file: string, row: number | null, column: string | null) =>
    [`« ${file} »`, ...(row === null ? [] : [`ligne ${row}`]), ...(column === null ? [] : [`colonne « ${column} »`])].join(', '),
  issues: {
    'fichier-vide': () => 'le fichier ne contient aucune ligne. Vérifiez que vous avez choisi le bon fichier.',
    'fichier-pdf': () =>
      "c'est un PDF : Maillage ne peut pas y lire de tableau. Demandez le tableau d'origine (CSV, Excel ou GeoJSON).",
    'fichier-image': () =>
      "c'est une image, quel que soit son nom. Choisissez un CSV, un classeur (Excel, LibreOffice), un GeoJSON ou un JSON.",
    'fichier-binaire': () =>
      "le contenu n'est pas du texte. Choisissez un CSV, un classeur (Excel, LibreOffice), un GeoJSON ou un JSON.",
    'fichier-trop-grand': (d) =>
      `le fichier pèse ${d['taille']} Mo, plus que ce que la mémoire d'un poste peut tenir (250 Mo). Découpez-le par département.`,
    'archive-abimee': () => "l'archive est abîmée ou tronquée. Téléchargez-la à nouveau depuis sa source.",
    'archive-trop-grande': (d) =>
      `une fois décompressée, l'archive dépasse ${d['taille']} Mo : elle n'a pas été ouverte. Extrayez-en le fichier du département.`,
    'archive-vide': () => "l'archive ne contient aucun fichier lisible (CSV, GeoJSON, JSON, classeur).",
    'classeur-chiffre': () =>
      'le classeur est protégé par un mot de passe. Retirez la protection, enregistrez, puis déposez-le à nouveau.',
    'classeur-abime': () =>
      "le classeur est abîmé ou d'un type inconnu. Ouvrez-le et enregistrez-le à nouveau (XLSX, ODS ou CSV).",
    'classeur-trop-grand': () =>
      "une fois ouvert, le classeur dépasse ce que la mémoire d'un poste peut tenir (250 Mo, ou 20 millions de cellules) : il n'a pas été lu. Enregistrez la feuille utile en CSV.",
    'guillemets-ignores': () =>
      'un guillemet ouvert ne se refermait jamais : les guillemets ont été lus comme de simples caractères.',
    'montants-recolles': (d) =>
      `${some(d['nombre'], 'montant coupé en deux par la virgule des décimales (« 100 000,00 ») a été recollé', 'montants coupés en deux par la virgule des décimales (« 100 000,00 ») ont été recollés')}.`,
    'lignes-recollees': (d) =>
      `${some(d['nombre'], 'ligne coupée en deux par un retour à la ligne a été recollée', 'lignes coupées en deux par un retour à la ligne ont été recollées')}.`,
    'coordonnees-inversees': (d) =>
      `longitude et latitude étaient inversées sur ${some(d['nombre'], 'ligne', 'lignes')} : elles ont été remises dans l'ordre.`,
    'coordonnees-projetees': (d) =>
      `${some(d['nombre'], 'position', 'positions')} en coordonnées projetées (${d['crs']}), ${Number(d['nombre']) < 2 ? 'convertie' : 'converties'} en longitude et latitude.`,
    'position-loin-de-la-commune': (d) =>
      `la position est à ${d['km']} km du point de la commune indiquée (« ${d['commune']} ») : à vérifier.`,
    'position-ecartee': (d) =>
      `la position donnée est hors du département et de sa bordure, mais la commune indiquée (« ${d['commune']} ») est ici : la ligne est placée à la commune.`,
    'structure-absente': (d) =>
      `${some(d['nombre'], 'dispositif', 'dispositifs')} dont la structure n'est pas dans les fichiers : le nom du dispositif sert de nom d'acteur. Déposez aussi le fichier des structures.`,
    'trajets-en-secondes': () =>
      'les temps sont en secondes (5 % des couples passeraient cinq heures en minutes) : ils ont été divisés par 60. Si ce sont des minutes, changez le rôle des colonnes.',
    'trajets-de-moteur': (d) =>
      `les temps donnés par ${d['moteur']}, en secondes, ont été divisés par 60 ; ${d['par'] === 'codes' ? 'les communes sont celles de la liste « codes » du fichier, dans l’ordre des points' : 'chaque point est rattaché à la commune où il tombe'}.`,
    'points-rattaches': (d) =>
      `${some(d['nombre'], 'point rattaché', 'points rattachés')} à une commune d'ici d'après sa position, ${some(d['perdus'], 'point hors du territoire', 'points hors du territoire')} : les trajets de ces derniers sont refusés.`,
    'exception-interne': () =>
      'les deux territoires sont le même : une exception vaut entre deux communes ou deux EPCI. Ligne refusée.',
    'exception-illisible': (d) => `« ${d['value']} » n'est ni un nombre de minutes ni « infranchissable ». Ligne refusée.`,
    'trajet-sans-temps': () =>
      'aucun temps pour ce couple (pas de route trouvée, ou case vide) : l’estimation vaut. Ligne refusée.',
    'matrice-sans-points': () =>
      'ces temps de trajet ne disent pas entre quels points : demandez-les avec les points (OSRM : « sources » et « destinations » ; Valhalla : « sources » et « targets »), ou ajoutez une liste « codes » des communes, dans l’ordre.',
    'ligne-ignoree': () => 'le fichier marque cette ligne comme un exemple ou une explication. Ligne refusée.',
    'entete-repetee': () => 'la ligne répète les titres des colonnes. Ligne refusée.',
    'fiche-retiree': () => 'la source a retiré cette fiche (supprimée, dissoute, refusée ou en double). Ligne refusée.',
    'graphe-illisible': (d) => `le graphe ne peut pas être lu. ${d['raison']} Enregistrez-le à nouveau depuis son logiciel.`,
    'json-illisible': () => 'le JSON est abîmé ou tronqué. Téléchargez le fichier à nouveau depuis sa source.',
    'json-sans-objets': () => 'le GeoJSON ne contient aucun objet.',
    'sans-colonne-connue': (d) =>
      `aucune colonne n'a été reconnue (${d['colonnes']}). La première ligne doit porter les titres des colonnes ; indiquez au moins celle du nom.`,
    'sans-colonne-nom': (d) =>
      `aucune colonne ne donne de nom (colonnes lues : ${d['colonnes']}). Indiquez laquelle porte le nom de la structure ou du dispositif.`,
    'hors-territoire': (d) => `« ${d['nom']} » est hors du département et de sa bordure de 60 km. Ligne refusée.`,
    'autre-departement': (d) =>
      d['nombre'] === undefined
        ? `« ${d['nom']} » est dans un autre département, ou hors du périmètre. Ligne refusée.`
        : `${some(d['nombre'], "ligne d'un autre département", "lignes d'autres départements")} (ou hors du périmètre) : ${Number(d['nombre']) < 2 ? 'refusée' : 'refusées'}.`,
    'sans-nom': () => 'la ligne ne porte pas de nom. Ligne refusée.',
    'sans-nombre': () => 'la ligne ne porte aucun nombre de jeunes. Ligne refusée.',
    'acteur-inconnu': (d) =>
      `l'acteur « ${d['valeur']} » n'est ni dans les fichiers déposés ni dans le diagnostic. Ligne refusée.`,
    'lien-incomplet': (d) =>
      d['valeur']
        ? `les deux bouts du lien sont le même acteur (« ${d['valeur']} »). Ligne refusée.`
        : d['identifiant']
          ? `un des deux acteurs n'est donné que par « ${d['identifiant']} », qui n'est pas un SIREN valide. Ligne refusée.`
          : 'il manque un des deux acteurs du lien. Ligne refusée.',
    'colonnes-en-trop': (d) =>
      `la ligne a ${d['lues']} cellules pour ${d['attendues']} colonnes : elle est décalée. Ligne refusée.`,
    'guillemet-ouvert': (d) => `un guillemet ouvert (« ${d['debut']}… ») n'est jamais refermé. Ligne refusée.`,
    'unite-inconnue': (d) => `le code « ${d['valeur']} » n'est pas un territoire de ce département. Ligne refusée.`,
    'unite-deja-comptee': (d) =>
      `« ${d['unite']} » a déjà un autre nombre (${d['nombre']}, « ${d['fichier']} »), ou une autre tranche d'âge ou année : un seul est gardé par territoire. Ligne refusée.`,
    'nombre-secret': (d) =>
      `« ${d['value']} » ne dit pas combien de jeunes. Écrivez le nombre (sous 5, il n'est ni imprimé ni exporté) ou laissez la case vide. Ligne refusée.`,
    'nombre-decimal': (d) => `« ${d['value']} » n'est pas un nombre entier de jeunes. Ligne refusée.`,
    'ligne-rattachee': () => 'la ligne complète une autre ligne du fichier (total, coordonnées) : elle lui a été rattachée.',
    'commune-deja-placee': (d) => `la commune « ${d['commune']} » est déjà dans le secteur « ${d['secteur']} ». Ligne refusée.`,
    doublon: () => "ligne déjà lue (rien n'y diffère, ou même identifiant) : elle a été fusionnée avec la première.",
    'valeur-inconnue': (d) =>
      `la valeur « ${d['value'] ?? d['valeur'] ?? ''} » n'est pas dans la liste attendue. Elle a été laissée de côté.`,
    'nombre-illisible': (d) => `« ${d['value']} » n'est pas un nombre utilisable. La valeur a été laissée de côté.`,
    'date-illisible': (d) =>
      `« ${d['value']} » n'est pas une date (attendu : JJ/MM/AAAA ou AAAA-MM-JJ). La valeur a été laissée de côté.`,
    'coordonnees-illisibles': (d) =>
      `les coordonnées « ${d['value']} » ne sont pas une longitude et une latitude. La position est prise à la commune, si elle est connue.`,
    'commune-inconnue': (d) =>
      /^[\d.,]+E\+?\d+$/i.test(d['value'] ?? '')
        ? `le code de commune « ${d['value']} » a été abîmé par un tableur. Il a été laissé de côté.`
        : `la commune « ${d['value']} » n'a pas été reconnue.`,
    'identifiant-invalide': (d) =>
      `« ${d['value']} » n'est pas un SIREN ou un SIRET valide (clé fausse, ou abîmé par un tableur). Il a été laissé de côté.`,
    'places-par-commune': (d) =>
      `${some(d['nombre'], 'ligne placée au point de sa', 'lignes placées au point de leur')} commune, faute de coordonnées.`,
    'sans-position': (d) =>
      `${some(d['nombre'], 'ligne sans position : elle ne compte', 'lignes sans position : elles ne comptent')} dans aucune couverture.`,
    'sans-domaine': (d) =>
      `${some(d['nombre'], 'dispositif sans domaine : il ne compte', 'dispositifs sans domaine : ils ne comptent')} dans aucune couverture tant que vous n'en indiquez pas un.`,
    'lieux-proteges': (d) =>
      `${some(d['nombre'], 'lieu protégé', 'lieux protégés')} (protection de l'enfance, PJJ, violences, CHRS…), ${Number(d['nombre']) < 2 ? 'montré' : 'montrés'} à la commune seulement.`,
  } as Record<string, (details: Readonly<Record<string, string>>) => string>,
  duplicates: {
    mergedTitle: 'Fiches réunies dans celle-ci',
    separate: 'Séparer',
    separated: (name: string) => `« ${name} » est de nouveau plusieurs fiches, dites différentes.`,
    separatedAlone: (name: string) => `« ${name} » n'a plus rien de l'autre fiche, que plus aucun fichier ne donne.`,
    tab: 'Doublons',
    title: 'Fiches qui décrivent peut-être le même acteur',
    none: 'Aucun doublon probable dans l’inventaire.',
    looking: 'Recherche des doublons…',
    note: 'Rien n’est fusionné sans votre accord. Chaque fusion peut être annulée, et deux acteurs déclarés différents ne sont plus proposés.',
    toReview: (n: number) => `${some(String(n), 'doublon probable', 'doublons probables')} à revoir`,
    sure: (n: number) => some(String(n), 'groupe sûr', 'groupes sûrs'),
    sureNote: 'Identifiant, ou nom et lieu, concordent ; rien ne les contredit.',
    mergeAll: (n: number) => (n < 2 ? 'Fusionner ce groupe' : `Fusionner ces ${n} groupes`),
    records: (n: number) => some(String(n), 'fiche', 'fiches'),
    doubtful: (n: number) => some(String(n), 'paire à regarder', 'paires à regarder'),
    pairOf: (a: string, b: string) => `« ${a} » et « ${b} »`,
    same: "C'est le même acteur",
    different: 'Ce sont deux acteurs',
    differentAll: 'Ce sont des acteurs différents',
    later: 'Plus tard',
    more: (n: number) => `Montrer ${n} de plus`,
    laterCount: (n: number) => `${some(String(n), 'paire remise', 'paires remises')} à plus tard.`,
    laterBack: 'Les revoir',
    kept: 'fiche gardée, complétée par l’autre',
    keptOf: 'fiche gardée, complétée par les autres',
    agreement: 'Comparaison',
    field: 'Champ',
    file: 'Fichier et ligne',
    place: 'Adresse',
    schemes: 'Dispositifs',
    ties: 'Liens',
    noValue: 'non renseigné',
    others: (n: number) => `et ${n} de plus`,
    agreements: { agrees: 'concordent', partly: 'se ressemblent', disagrees: 'diffèrent' },
    distances: { agrees: 'au même endroit', partly: 'proches', disagrees: 'éloignés' },
    siret: 'SIRET ou SIREN',
    apart: (metres: string) => `(à ${metres}\u00a0m)`,
    fields: {
      siret: 'SIRET',
      siren: 'SIREN',
      finess: 'FINESS',
      rna: 'RNA',
      name: 'nom',
      distance: 'position',
      address: 'adresse',
      commune: 'commune',
    },
    because: (agreeing: string, alike: string) =>
      [`Concordent : ${agreeing}.`, ...(alike === '' ? [] : [`Se ressemblent : ${alike}.`])].join(' '),
    whyDoubt: 'Pourquoi le doute :',
    cautions: {
      'two-sirets': 'deux SIRET différents : deux établissements, ou un déménagement',
      'two-identifiers': 'un identifiant (SIREN, FINESS ou RNA) diffère',
      elsewhere: 'les lieux diffèrent',
      'place-unknown': 'le lieu d’une des deux fiches n’est pas connu et les noms ne concordent pas tout à fait',
      'other-name': 'les noms diffèrent',
      'town-hall-and-ccas': 'une mairie et son CCAS sont deux acteurs',
      'mixed-cluster': 'une troisième fiche, proche des deux, les contredit',
      'large-cluster': 'beaucoup de fiches portent ce nom',
      unsure: 'les champs concordants ne suffisent pas à conclure',
    },
    said: {
      merged: (n: number, name: string) => `${n} fiches fusionnées en une : « ${name} ».`,
      mergedAll: (n: number) => `${some(String(n), 'groupe fusionné', 'groupes fusionnés')}.`,
      different: (a: string, b: string) => `« ${a} » et « ${b} » : deux acteurs différents, ils ne seront plus proposés.`,
    },
  },
  update: {
    title: (file: string, older: string) =>
      file === older
        ? `« ${file} » est une version plus récente du fichier du même nom`
        : `« ${file} » est une version plus récente de « ${older} »`,
    possible: (file: string, older: string) =>
      file === older
        ? `Un fichier « ${file} » est déjà dans le diagnostic, avec d’autres fiches.`
        : `« ${file} » ressemble à « ${older} », déjà dans le diagnostic.`,
    counts: (added: number, changed: number, gone: number, unchanged: number) =>
      `${some(String(added), 'nouvelle fiche', 'nouvelles fiches')} · ${some(String(changed), 'changée', 'changées')} · ${some(String(gone), 'disparue', 'disparues')} · ${some(String(unchanged), 'inchangée', 'inchangées')}`,
    note: 'Une fiche est un acteur, un lieu, un dispositif ou un lien. Ce que vous avez changé vous-même est gardé, sauf si vous choisissez le fichier.',
    accept: 'Mettre à jour',
    separate: 'Ajouter comme un autre fichier',
    together: (older: string) => `Mettre à jour « ${older} »`,
    added: (n: number) => some(String(n), 'nouvelle fiche', 'nouvelles fiches'),
    changed: (n: number) => some(String(n), 'fiche changée', 'fiches changées'),
    conflicts: (n: number) => some(String(n), 'conflit avec vos changements', 'conflits avec vos changements'),
    gone: (n: number) => some(String(n), 'fiche disparue du fichier', 'fiches disparues du fichier'),
    goneNote: 'Elles seront retirées du diagnostic, sauf celles que vous cochez.',
    keep: (name: string, others: number) =>
      others > 0
        ? `Garder « ${name} » et ${others === 1 ? 'la fiche liée' : `les ${others} fiches liées`}`
        : `Garder « ${name} »`,
    keepAll: 'Tout garder',
    kept: (n: number) =>
      `${some(String(n), 'autre fiche disparue du fichier reste', 'autres fiches disparues du fichier restent')} : vérifiée ou annotée par vous, fusionnée avec une autre source, ou citée ailleurs.`,
    record: 'Fiche',
    field: 'Champ',
    before: 'Avant',
    after: 'Après',
    mine: 'Le vôtre',
    choice: 'À garder',
    choiceOf: (record: string, field: string) => `${record}, ${field} : valeur à garder`,
    takeMine: 'le vôtre',
    takeSource: 'celle du fichier',
    taken: 'celle du fichier',
    more: (n: number) => `et ${n} de plus`,
    none: 'Le fichier ne change rien au diagnostic.',
    done: (older: string) => `« ${older} » a été mis à jour.`,
    yes: 'oui',
    no: 'non',
    noValue: 'rien',
    scheme: (name: string, actor: string) => (name === actor ? name : `${name} (${actor})`),
    site: (name: string) => `lieu de ${name}`,
    tie: (from: string, to: string) => `lien ${from} → ${to}`,
  },
  places: {
    title: 'Lieux du fichier',
    alt: (exact: number, atCommune: number) =>
      `${[
        ...(exact > 0 || atCommune === 0
          ? [
              `${formatNumber(exact, 'fr')} ${exact < 2 ? 'lieu placé à sa position (point plein)' : 'lieux placés à leur position (points pleins)'}`,
            ]
          : []),
        ...(atCommune > 0
          ? [`${formatNumber(atCommune, 'fr')} au chef-lieu de la commune (${atCommune < 2 ? 'cercle' : 'cercles'})`]
          : []),
      ].join(', ')}.`,
  },
  mapping: {
    recalled: 'Rôles et valeurs choisis comme la dernière fois, pour un fichier de mêmes titres.',
    lastTime: 'comme la dernière fois',
    separatorOf: (column: string) => `Séparer les valeurs de la colonne ${column}`,
    separators: {
      auto: 'séparés par les signes usuels ; , |',
      'point-virgule': 'séparés par « ; »',
      virgule: 'séparés par « , »',
      barre: 'séparés par « | »',
      oblique: 'séparés par « / »',
      plus: 'séparés par « + »',
      tiret: 'séparés par un tiret entre espaces',
      ligne: 'séparés par un retour à la ligne',
      aucun: 'une seule valeur par case',
    },
    forget: 'Oublier ces choix',
    save: 'Enregistrer la correspondance (JSON)',
    load: 'Charger une correspondance',
    file: 'correspondance',
    nothingToSave: 'Rien n’a encore été choisi pour ce fichier : il n’y a pas de correspondance à enregistrer.',
    notOne: (name: string) => `« ${name} » n’est pas une correspondance enregistrée par Maillage.`,
    values: 'Valeurs à faire correspondre',
    valuesNote: (n: number) =>
      `${some(String(n), 'valeur n’est pas reconnue', 'valeurs ne sont pas reconnues')} : dites ce qu’elles veulent dire. L’effet est immédiat sur les comptes.`,
    valuesDone: 'Chaque valeur a sa correspondance.',
    value: 'Dans le fichier',
    rows: 'Lignes',
    meaning: 'Veut dire',
    meaningOf: (value: string, field: string) => `« ${value} » (${field}) veut dire`,
    unread: '— laissée de côté —',
    constants: 'Pour tout le fichier',
    constantsNote: 'Valeur des lignes qui n’en donnent pas.',
    constantOf: (field: string) => `${field}, pour tout le fichier`,
    noConstant: '— selon les lignes —',
  },
};
