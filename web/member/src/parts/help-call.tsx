import { useTexts } from '@waystation/design'
import { useHelpPhone } from '../data/session'
import { words } from '../data/words'

/** One tap to a person; not there while the operator has given no number. */
export function HelpCall({ className }: { className: string }) {
  const t = useTexts(words)
  const phone = useHelpPhone()
  if (!phone) return null
  return (
    <a className={className} href={`tel:${phone.replace(/[^+\d]/g, '')}`} aria-label={t.helpCall(phone)}>
      <span>
        {t.help} <span className="num">{phone}</span>
      </span>
    </a>
  )
}
