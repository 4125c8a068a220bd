import type { Member360 } from '@waystation/client'
import { DateTimeText, dictionary, Mark, useTexts, wordFor } from '@waystation/design'
import { Link } from 'react-router'

const texts = dictionary(
  {
    title: '同行', none: '还没有结伴的行程。', size: (n: number) => `${n} 人同行`, bought: '本人购票', travels: '本人出行', notGoing: '未同行', buyer: '购票人', left: '已退出',
    payers: { buyer: '购票人付款', enterprise: '企业付款', family: '家庭积分付款' }, roles: { adult: '成人', child: '儿童', senior: '长者', student: '学生' }, states: { going: '待出行', travelled: '已出行', returned: '已退票', changed: '已改签' },
  },
  {
    title: 'Travel parties', none: 'No journeys with others yet.', size: (n: number) => (n === 1 ? '1 traveller' : `${n} travellers`), bought: 'bought', travels: 'travels', notGoing: 'not travelling', buyer: 'Buyer', left: 'nobody goes any more',
    payers: { buyer: 'paid by the buyer', enterprise: 'paid by the enterprise', family: 'paid with family points' }, roles: { adult: 'adult', child: 'child', senior: 'senior', student: 'student' }, states: { going: 'going', travelled: 'travelled', returned: 'gave back', changed: 'changed' },
  },
)

/** With whom a member rides, who bought, and who of them is a member too. */
export function Parties({ parties }: { parties: Member360['parties'] }) {
  const t = useTexts(texts)
  return (
    <section className="w-card">
      <h2 className="card-title">{t.title}</h2>
      {parties.length === 0 && <p className="w-quiet">{t.none}</p>}
      <ul className="plain-list">
        {parties.map((party) => (
          <li key={`${party.orderId} ${party.departsAt}`}>
            <span>
              <DateTimeText at={party.departsAt} /> <Link to={`/orders/${party.orderId}`}>{party.size > 0 ? t.size(party.size) : t.left}</Link>{' '}
              {party.bought && <Mark>{t.bought}</Mark>} <Mark tone={party.travels ? 'good' : undefined}>{party.travels ? t.travels : t.notGoing}</Mark>{' '}
              <span className="w-quiet">{wordFor(t.payers, party.payer)}</span>
              <br />
              {!party.bought && (
                <>
                  <Link to={`/members/${party.buyerId}`}>{t.buyer}</Link>{' · '}
                </>
              )}
              {party.companions.map((one, index) => (
                <span key={one.ticketId}>
                  {index > 0 && ' · '}
                  {one.memberId ? <Link to={`/members/${one.memberId}`}>{wordFor(t.roles, one.role)}</Link> : wordFor(t.roles, one.role)} <span className="w-quiet">{wordFor(t.states, one.state)}</span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
