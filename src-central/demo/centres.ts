import type { Centre } from '../../shared/centre.ts'
import type { Role } from '../../shared/operator.ts'
import type { Region } from './people.ts'

/** One password for every demo account; a real central never has these. */
export const demoPassword = 'Certassur-demo-1'

interface DemoOperator {
  readonly username: string
  readonly name: string
  readonly language: 'fr' | 'nl'
  readonly roles: readonly Role[]
  readonly centre: string
  /** He sits exams himself, in this centre. */
  readonly sitsAt?: string
}

export const demoOperators: readonly DemoOperator[] = [
  {
    username: 'marie.lambert',
    name: 'Marie Lambert',
    language: 'fr',
    roles: ['administrator'],
    centre: 'NAM',
    sitsAt: 'ANR',
  },
  { username: 'sofie.claes', name: 'Sofie Claes', language: 'nl', roles: ['centreManager'], centre: 'NAM' },
  {
    username: 'koen.desmet',
    name: 'Koen De Smet',
    language: 'nl',
    roles: ['controller'],
    centre: 'NAM',
    sitsAt: 'ANR',
  },
  { username: 'luc.gerard', name: 'Luc Gérard', language: 'fr', roles: ['controller'], centre: 'NAM' },
  {
    username: 'anne.wauthier',
    name: 'Anne Wauthier',
    language: 'fr',
    roles: ['centreManager', 'controller'],
    centre: 'NAM',
  },
  { username: 'els.peeters', name: 'Els Peeters', language: 'nl', roles: ['administrator'], centre: 'ANR' },
  {
    username: 'bart.goossens',
    name: 'Bart Goossens',
    language: 'nl',
    roles: ['centreManager', 'controller'],
    centre: 'ANR',
  },
  { username: 'griet.maes', name: 'Griet Maes', language: 'nl', roles: ['centreManager', 'controller'], centre: 'GNT' },
  { username: 'rik.aerts', name: 'Rik Aerts', language: 'nl', roles: ['centreManager', 'controller'], centre: 'HAS' },
  { username: 'lieve.raes', name: 'Lieve Raes', language: 'nl', roles: ['centreManager', 'controller'], centre: 'BRG' },
  {
    username: 'paul.collard',
    name: 'Paul Collard',
    language: 'fr',
    roles: ['centreManager', 'controller'],
    centre: 'BRU',
  },
  { username: 'rosa.conti', name: 'Rosa Conti', language: 'fr', roles: ['centreManager', 'controller'], centre: 'MON' },
  { username: 'heike.jost', name: 'Heike Jost', language: 'fr', roles: ['centreManager', 'controller'], centre: 'LIE' },
]

interface DemoCentre {
  readonly code: string
  readonly name: string
  readonly email: string
  readonly region: Region
  readonly locations: readonly { readonly name: string; readonly address: string; readonly pcs: number }[]
  /** How many people are registered here first, and how many sessions it held in the window. */
  readonly sizes: Readonly<Record<World, { readonly people: number; readonly sessions: number }>>
}

export type World = 'small' | 'full'
const size = (smallPeople: number, smallSessions: number, people: number, sessions: number) => ({
  small: { people: smallPeople, sessions: smallSessions },
  full: { people, sessions },
})

/** The first one is the centre of the demonstration. */
export const demoCentres: readonly DemoCentre[] = [
  {
    code: 'NAM',
    name: 'Centre Meuse-Sambre',
    email: 'examens@meuse-sambre.exemple.be',
    region: 'wallonia',
    locations: [
      { name: 'Namur', address: 'Rue des Exemples 18, 5000 Namur', pcs: 18 },
      { name: 'Dinant', address: 'Quai des Modèles 12, 5500 Dinant', pcs: 12 },
    ],
    sizes: size(320, 36, 19_400, 480),
  },
  {
    code: 'ANR',
    name: 'Examencentrum Schelde',
    email: 'examens@schelde.voorbeeld.be',
    region: 'flanders',
    locations: [
      { name: 'Antwerpen', address: 'Voorbeeldkaai 24, 2000 Antwerpen', pcs: 20 },
      { name: 'Mechelen', address: 'Modelstraat 10, 2800 Mechelen', pcs: 10 },
    ],
    sizes: size(80, 10, 8_200, 60),
  },
  {
    code: 'BRU',
    name: 'Centre de la Senne – Centrum Zenne',
    email: 'examens@senne-zenne.exemple.be',
    region: 'brussels',
    locations: [
      { name: 'Bruxelles – Brussel', address: 'Rue du Modèle – Modelstraat 30, 1000 Bruxelles – Brussel', pcs: 24 },
    ],
    sizes: size(0, 0, 9_000, 60),
  },
  {
    code: 'GNT',
    name: 'Examencentrum Leie',
    email: 'examens@leie.voorbeeld.be',
    region: 'flanders',
    locations: [{ name: 'Gent', address: 'Voorbeeldlaan 16, 9000 Gent', pcs: 16 }],
    sizes: size(0, 0, 6_600, 50),
  },
  {
    code: 'LIE',
    name: 'Centre Ourthe-Vesdre',
    email: 'examens@ourthe-vesdre.exemple.be',
    region: 'east',
    locations: [
      { name: 'Liège', address: 'Place du Modèle 15, 4000 Liège', pcs: 15 },
      { name: 'Eupen', address: 'Musterstraße 8, 4700 Eupen', pcs: 8 },
    ],
    sizes: size(0, 0, 6_200, 50),
  },
  {
    code: 'HAS',
    name: 'Examencentrum Demer',
    email: 'examens@demer.voorbeeld.be',
    region: 'flanders',
    locations: [{ name: 'Hasselt', address: 'Modelplein 14, 3500 Hasselt', pcs: 14 }],
    sizes: size(0, 0, 4_000, 40),
  },
  {
    code: 'MON',
    name: 'Centre de la Haine',
    email: 'examens@haine.exemple.be',
    region: 'wallonia',
    locations: [{ name: 'Mons', address: 'Rue des Exemples 12, 7000 Mons', pcs: 14 }],
    sizes: size(0, 0, 3_800, 40),
  },
  {
    code: 'BRG',
    name: 'Examencentrum Reie',
    email: 'examens@reie.voorbeeld.be',
    region: 'flanders',
    locations: [{ name: 'Brugge', address: 'Voorbeeldstraat 12, 8000 Brugge', pcs: 12 }],
    sizes: size(0, 0, 2_800, 40),
  },
]

const exam = (
  code: string,
  domain: 'insurance' | 'credit',
  short: { readonly fr: string; readonly nl: string },
  title: { readonly fr: string; readonly nl: string },
  requires: readonly string[] = [],
) => ({ code, domain, short, title, requires })

export const demoExams: Centre['exams'] = [
  exam(
    'M1',
    'insurance',
    { fr: 'Module 1', nl: 'Module 1' },
    { fr: 'Assurances – Module 1 : général', nl: 'Verzekeringen – Module 1: algemeen' },
  ),
  exam(
    'M2',
    'insurance',
    { fr: 'Module 2', nl: 'Module 2' },
    { fr: 'Assurances – Module 2 : non-vie', nl: 'Verzekeringen – Module 2: niet-leven' },
  ),
  exam(
    'M3',
    'insurance',
    { fr: 'Module 3', nl: 'Module 3' },
    { fr: 'Assurances – Module 3 : vie', nl: 'Verzekeringen – Module 3: leven' },
  ),
  exam(
    'M4',
    'insurance',
    { fr: 'Module 4', nl: 'Module 4' },
    {
      fr: "Assurances – Module 4 : vie avec composante d'investissement",
      nl: 'Verzekeringen – Module 4: leven met beleggingscomponent',
    },
    ['M3'],
  ),
  exam(
    'CR1',
    'credit',
    { fr: 'Crédit 1', nl: 'Krediet 1' },
    { fr: 'Crédit – Crédit à la consommation', nl: 'Krediet – Consumentenkrediet' },
  ),
  exam(
    'CR2',
    'credit',
    { fr: 'Crédit 2', nl: 'Krediet 2' },
    { fr: 'Crédit – Crédit hypothécaire', nl: 'Krediet – Hypothecair krediet' },
  ),
]
