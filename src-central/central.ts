import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import type { PublicKey } from '../shared/api.ts'
import { uuidv7 } from '../shared/ids.ts'
import type { CentralDb } from './database/open.ts'

/** What every part of central is handed: its database, its clock and who it is. */
export interface Central {
  readonly db: CentralDb
  readonly now: () => Date
  readonly newId: () => string
  /** Changes when the database is restored from a copy: desks then take a fresh snapshot. */
  readonly epoch: string
  readonly signingKey: CryptoKey
  readonly publicKey: PublicKey
}

/** Reads who this central is, or decides it at its very first start. */
export async function openCentral(db: CentralDb, now: () => Date = () => new Date()): Promise<Central> {
  const identity = (await readIdentity(db)) ?? (await createIdentity(db))
  const { d: _private, ...publicPart } = identity.key
  return {
    db,
    now,
    newId: () => uuidv7(now().getTime(), randomBytes(10)),
    epoch: identity.epoch,
    signingKey: (await importJWK(identity.key, 'EdDSA')) as CryptoKey,
    publicKey: publicPart as PublicKey,
  }
}

interface Identity {
  readonly epoch: string
  readonly key: JWK
}

async function readIdentity(db: CentralDb): Promise<Identity | undefined> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'identity').executeTakeFirst()
  return row?.value as Identity | undefined
}

async function createIdentity(db: CentralDb): Promise<Identity> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const identity: Identity = { epoch: randomBytes(8).toString('hex'), key: await exportJWK(privateKey) }
  await db
    .insertInto('meta')
    .values({ key: 'identity', value: JSON.stringify(identity) })
    .execute()
  return identity
}
