import type { Member360 } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { Link } from 'react-router'
import { memberWords } from './member-words'

/** What one person has over all accounts that were merged; absent for whoever has one. */
export function Together({ member }: { member: Member360 }) {
  const t = useTexts(memberWords)
  const { formats } = useAppearance()
  const [points, ...others] = member.together
  if (!points) return null
  const qualifying = others.find((one) => one.currency === 'qualifying')
  return (
    <section className="w-card">
      <h2 className="card-title">{t.together}</h2>
      <ul className="plain-list">
        {points.accounts.map((account) => (
          <li key={account.memberId}>
            {account.memberId === member.id ? <span>{t.thisOne}</span> : <Link to={`/members/${account.memberId}`}>{account.memberId}</Link>}
            <b className="num">{formats.points(account.spendable)}</b>
          </li>
        ))}
        <li>
          <b>{t.sum}</b>
          <b className="num">{formats.points(points.spendable)}{qualifying && <span className="w-quiet"> · {t.qualifying(formats.count(qualifying.spendable))}</span>}</b>
        </li>
      </ul>
      <p className="w-quiet">{t.togetherHint}</p>
    </section>
  )
}
