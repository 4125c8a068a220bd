import { useQueryClient } from '@tanstack/react-query'
import { useAction } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { api } from '../data/api'
import { useNominees, useTravellers, useWorld } from '../data/session'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'
import { Household } from './household'

export const familyWords = dictionary(
  {
    title: '家人', redeem: '为家人兑换', entry: '家庭积分，为家人兑换车票', see: '去看看', line: '最多 8 位。加入满 60 天后，就能用您的积分为他们兑换；一年最多变更 4 次。', add: '加入', remove: '移除', ready: '可以兑换', from: (day: string) => `${day} 起可以兑换`, none: '还没有家人', noneHint: '先在“我的”里添加乘车人，这里就会出现。',
  },
  {
    title: 'Family', redeem: 'Redeem for family', entry: 'Family points, family tickets', see: 'See', line: 'Eight people at most. Sixty days after adding somebody you can redeem your points for them; the list changes 4 times a year at most.', add: 'Add', remove: 'Remove', ready: 'You can redeem', from: (day: string) => `From ${day}`, none: 'No family yet', noneHint: 'Add travellers under Me first and they will appear here.',
  },
)

/** For whom the member may redeem points, and from when on. */
export function Family() {
  const t = useTexts(familyWords)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const travellers = useTravellers()
  const nominees = useNominees()
  const now = useWorld().data?.now
  const today = now ? formats.isoDate(now) : ''
  const change = useAction(
    (input: { id: string; add: boolean }, key) => (input.add ? api.nominate(input.id, key) : api.endNomination(input.id, key)),
    () => void client.invalidateQueries({ queryKey: ['nominees'] }),
  )
  return (
    <Page title={t.title} back="/benefits">
      <Household />
      <h2>{t.redeem}</h2>
      <p className="m-quiet">{t.line}</p>
      {change.error && <ErrorState error={change.error} kept />}
      <section className="m-card m-family">
        <Asked of={travellers}>
          {(all) => {
            const family = all.filter((one) => !one.self)
            if (family.length === 0) return <EmptyState title={t.none} hint={t.noneHint} />
            return (
              <ul className="m-list">
                {family.map((one) => {
                  const named = nominees.data?.find((nominee) => nominee.travellerId === one.id)
                  const ready = named && named.activeOn <= today
                  return (
                    <li key={one.id} className="m-between">
                      <span>
                        {one.name}
                        <small className="m-quiet">{named ? (ready ? t.ready : t.from(formats.date(named.activeOn))) : one.document.number}</small>
                      </span>
                      <button type="button" className="m-second" disabled={change.isPending || !nominees.data} onClick={() => change.mutate({ id: one.id, add: !named })}>
                        {named ? t.remove : t.add}
                      </button>
                    </li>
                  )
                })}
              </ul>
            )
          }}
        </Asked>
      </section>
    </Page>
  )
}
