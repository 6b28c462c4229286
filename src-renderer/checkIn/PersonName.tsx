import styles from './PersonName.module.css'

interface PersonNameProps {
  readonly person: { readonly lastName: string; readonly firstName: string }
}

/** A name as an administration writes it: the family name in capitals, by style only. */
export function PersonName({ person: { lastName, firstName } }: PersonNameProps) {
  return (
    <>
      <b className={styles.lastName}>{lastName}</b> {firstName}
    </>
  )
}
