export { readBirthDate } from '../../shared/birthDate.ts'

/** `1998-03-21` as a field shows it: 21/03/1998. The same in every language, because it is typed the same. */
export const showBirthDate = (day: string | null): string => (day === null ? '' : day.split('-').toReversed().join('/'))
