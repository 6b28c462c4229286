/** The plain names, apart from the schemas: the sandboxed preload loads this file and nothing else. */
export const callNames = [
  'desk:read',
  'desk:pair',
  'desk:language',
  'operator:signIn',
  'operator:lock',
  'candidate:search',
  'candidate:read',
  'candidate:edit',
  'sync:read',
  'sync:now',
  'change:close',
] as const
export type CallName = (typeof callNames)[number]

export const eventNames = ['desk:changed', 'data:changed', 'sync:changed'] as const
export type EventName = (typeof eventNames)[number]
