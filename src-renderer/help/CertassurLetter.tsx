import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../shared/candidate.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { ReadyText } from '../ui/ReadyText.tsx'

/** A text for info@certassur.be, for what only Certassur can solve. */
export function CertassurLetter({ candidate: { lastName, firstName, login } }: { candidate: Candidate }) {
  const { t } = useTranslation('help')
  const { centre } = useCentreNames()
  return (
    <ReadyText texts={t(($) => $.letter, { returnObjects: true })}>
      <p>{t(($) => $.letter.greeting)}</p>
      <p>{t(($) => $.letter.body)}</p>
      <p>
        {t(($) => $.letter.candidate, { name: `${lastName} ${firstName}`, login: login ?? '' })}
        <br />
        {t(($) => $.letter.centre, { centre })}
      </p>
      <p>{t(($) => $.letter.closing)}</p>
    </ReadyText>
  )
}
