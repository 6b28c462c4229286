import type { Central } from '../central.ts'
import { hashPassword } from '../operators/signIn.ts'
import { firstNames, lastNames } from './names.ts'

/** One password for every demo account; a real central never has these. */
export const demoPassword = 'Certassur-demo-1'
export const demoOperators = [
  { username: 'marie.lambert', name: 'Marie Lambert', language: 'fr', role: 'administrator', centre: 'NAM' },
  { username: 'sofie.claes', name: 'Sofie Claes', language: 'nl', role: 'centreManager', centre: 'NAM' },
  { username: 'koen.desmet', name: 'Koen De Smet', language: 'nl', role: 'controller', centre: 'NAM' },
  { username: 'els.peeters', name: 'Els Peeters', language: 'nl', role: 'administrator', centre: 'ANR' },
] as const
const centres = [
  { code: 'NAM', name: 'Centre Meuse-Sambre', people: 320 },
  { code: 'ANR', name: 'Examencentrum Schelde', people: 80 },
] as const

/** A small generator of pseudo-random numbers (mulberry32): the same world at every start. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Fills an empty central with two centres, their operators and some hundreds of invented candidates. */
export async function fillDemoWorld(central: Central): Promise<void> {
  const { db } = central
  if (await db.selectFrom('centre').select('id').executeTakeFirst()) return
  const passwordHash = await hashPassword(demoPassword)
  const random = seeded(20_261_121)
  const ids = new Map<string, string>()
  for (const centre of centres) {
    const id = central.newId()
    ids.set(centre.code, id)
    await db.insertInto('centre').values({ id, code: centre.code, name: centre.name }).execute()
  }
  for (const { role, centre, ...operator } of demoOperators) {
    const id = central.newId()
    await db
      .insertInto('operator')
      .values({ id, ...operator, passwordHash, revokedAt: null })
      .execute()
    await db
      .insertInto('operatorRole')
      .values({ operatorId: id, centreId: ids.get(centre) ?? '', role })
      .execute()
  }
  for (const centre of centres) await fillCentre(central, ids.get(centre.code) ?? '', centre.people, random)
}

async function fillCentre(central: Central, centreId: string, people: number, random: () => number): Promise<void> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const candidates = Array.from({ length: people }, () => {
    const origin = pick(['nl', 'fr', 'nl', 'fr', 'elsewhere', 'elsewhere', 'fr', 'nl', 'fr', 'de'] as const)
    const lastName = pick(lastNames[origin])
    const firstName = pick(firstNames[origin])
    const language = origin === 'elsewhere' ? pick(['fr', 'nl'] as const) : origin
    const year = 1956 + Math.floor(random() * 50)
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
    return {
      id: central.newId(),
      login: demoLogin(lastName, firstName, random),
      lastName,
      firstName,
      language,
      email:
        random() < 0.06 ? null : `${ascii(firstName)}.${ascii(lastName)}${Math.floor(random() * 90 + 10)}@exemple.be`,
      birthDate: random() < 0.04 ? null : `${year}-${month}-${day}`,
      phone:
        random() < 0.3
          ? null
          : `047${Math.floor(random() * 10)} ${[0, 0, 0].map(() => Math.floor(random() * 90 + 10)).join(' ')}`,
      fieldVersions: '{}',
      extra: '{}',
    }
  })
  await central.db.insertInto('candidate').values(candidates).execute()
  const since = central.now().toISOString()
  await central.db
    .insertInto('scope')
    .values(candidates.map(({ id }) => ({ centreId, candidateId: id, since, until: null })))
    .execute()
}

const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/œ/g, 'oe')
    .replace(/[ıİ]/g, 'i')
    .replace(/[łŁ]/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

/** Two letters, seven digits and a check digit (mod 97, its last digit). */
function demoLogin(lastName: string, firstName: string, random: () => number): string {
  const letters = (ascii(lastName).charAt(0) + ascii(firstName).charAt(0)).toUpperCase()
  const digits = String(Math.floor(random() * 10_000_000)).padStart(7, '0')
  return `${letters}${digits}${(97 - (Number(digits) % 97)) % 10}`
}
