import { useTranslation } from 'react-i18next'
import link from '../duplicates/SimilarLink.module.css'
import { useTools } from '../tools.ts'
import './texts.ts'

/** From a record to the help for whoever calls about it. */
export function HelpLink({ id }: { id: string }) {
  const { t } = useTranslation('help')
  const { going } = useTools()
  if (!going.has('help')) return null
  return (
    <button type="button" className={link.link} onClick={() => void going.go({ screen: 'help', id })}>
      {t(($) => $.link)}
    </button>
  )
}
