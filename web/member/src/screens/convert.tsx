import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { useState } from 'react'
import { api } from '../data/api'
import { usePointBalance } from '../data/session'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'

export const convertWords = dictionary(
  {
    entry: '与银行、运营商互换积分', title: '积分互换', line: '把合作方的积分换进来，或把我的积分换出去。换出的积分先冻结，对方到账后才扣。', into: '换进来', out: '换出去', account: '您在对方的账号', amountIn: '对方积分数', amountOut: '我的积分数', go: '确认兑换', mine: '我的兑换', none: '还没有兑换过。', noPartners: '暂时没有可兑换的合作方', noPartnersHint: '有新的合作方时会出现在这里。', gives: (n: string) => `约得 ${n}`, rateIn: (units: string, points: string) => `${units} 对方积分换 ${points} 积分`, rateOut: (points: string, units: string) => `${points} 积分换 ${units} 对方积分`, least: (n: string) => `每次至少 ${n}`, fee: (n: string) => `手续费 ${n} 分`, available: (n: string) => `可用 ${n} 分`,
    states: { asked: '已提交', sent: '等对方答复', taken: '对方已完成', done: '已到账', refused: '未成功', suspense: '待核对' },
    codes: { ACCOUNT_UNKNOWN: '对方没有这个账号，积分已退回', NEVER_ARRIVED: '对方没有收到，积分已退回' },
  },
  {
    entry: 'Swap points with bank or mobile operator', title: 'Convert points', line: 'Bring in points of our partners or send yours out. What goes out is set aside first and spent when the partner has it.', into: 'Bring in', out: 'Send out', account: 'Your account there', amountIn: 'Points of theirs', amountOut: 'Points of yours', go: 'Convert', mine: 'Your conversions', none: 'Nothing converted yet.', noPartners: 'No partners to convert with yet', noPartnersHint: 'New partners will appear here.', gives: (n: string) => `You get about ${n}`, rateIn: (units: string, points: string) => `${units} of theirs make ${points} of yours`, rateOut: (points: string, units: string) => `${points} of yours make ${units} of theirs`, least: (n: string) => `At least ${n} at a time`, fee: (n: string) => `Fee ${n} points`, available: (n: string) => `${n} available`,
    states: { asked: 'Received', sent: 'Waiting for the partner', taken: 'Partner is done', done: 'Done', refused: 'Did not work', suspense: 'Being checked' },
    codes: { ACCOUNT_UNKNOWN: 'The partner has no such account; your points are back', NEVER_ARRIVED: 'The partner never got it; your points are back' },
  },
)

type Offer = Awaited<ReturnType<typeof api.partnerOffers>>[number]

export function Convert() {
  const t = useTexts(convertWords)
  const { say } = useAppearance()
  const offers = useQuery({ queryKey: ['partner-offers'], queryFn: api.partnerOffers })
  const [chosen, choose] = useState<string | null>(null)
  return (
    <Page title={t.title} back="/benefits">
      <p className="m-quiet">{t.line}</p>
      <Asked of={offers}>
        {(all) => {
          const offer = all.find((one) => one.code === chosen) ?? all[0]
          if (!offer) return <EmptyState title={t.noPartners} hint={t.noPartnersHint} />
          return (
            <>
              <div className="m-choices" role="group" aria-label={t.title}>
                {all.map((one) => (
                  <button key={one.code} type="button" className="m-second" aria-pressed={one.code === offer.code} onClick={() => choose(one.code)}>
                    {say(one.name)}
                  </button>
                ))}
              </div>
              <Wish key={offer.code} offer={offer} />
            </>
          )
        }}
      </Asked>
      <Mine offers={offers.data ?? []} />
    </Page>
  )
}

function Wish({ offer }: { offer: Offer }) {
  const t = useTexts(convertWords)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const available = usePointBalance()?.amount ?? 0
  const [out, setOut] = useState(false)
  const [account, setAccount] = useState('')
  const [amount, setAmount] = useState('')
  const convert = useAction(api.convert, () => {
    setAmount('')
    void client.invalidateQueries({ queryKey: ['conversions'] })
    void client.invalidateQueries({ queryKey: ['points'] })
  })
  const contract = offer.contract
  if (!contract) return null
  const n = formats.count
  const asked = Number(amount) || 0
  const gets = out ? Math.floor((Math.max(0, asked - contract.fee) * contract.outUnits) / contract.outPoints) : Math.floor((asked * contract.inPoints) / contract.inUnits) - contract.fee
  return (
    <form
      className="m-card m-form"
      onSubmit={(event) => {
        event.preventDefault()
        convert.mutate({ partner: offer.code, direction: out ? 'out' : 'in', account, amount: Number(amount) })
      }}
    >
      <div className="m-choices">
        {contract.inPoints > 0 && (
          <button type="button" className="m-second" aria-pressed={!out} onClick={() => setOut(false)}>
            {t.into}
          </button>
        )}
        {contract.outUnits > 0 && (
          <button type="button" className="m-second" aria-pressed={out} onClick={() => setOut(true)}>
            {t.out}
          </button>
        )}
      </div>
      <p className="m-quiet">
        {out ? t.rateOut(n(contract.outPoints), n(contract.outUnits)) : t.rateIn(n(contract.inUnits), n(contract.inPoints))} · {t.least(n(contract.minimum))}
        {contract.fee > 0 && <> · {t.fee(n(contract.fee))}</>}
      </p>
      <label>
        {t.account}
        <input className="m-input" value={account} autoComplete="off" onChange={(event) => setAccount(event.target.value)} required minLength={4} maxLength={40} />
      </label>
      <label>
        {out ? t.amountOut : t.amountIn}
        <input className="m-input" value={amount} inputMode="numeric" pattern="[0-9]*" onChange={(event) => setAmount(event.target.value)} required />
      </label>
      <p className="m-quiet">
        {out && t.available(n(available))} {asked > 0 && gets > 0 && t.gives(n(gets))}
      </p>
      {convert.error && <ErrorState error={convert.error} kept />}
      <button type="submit" className="m-primary" disabled={convert.isPending}>
        {t.go}
      </button>
    </form>
  )
}

function Mine({ offers }: { offers: Offer[] }) {
  const t = useTexts(convertWords)
  const { formats } = useAppearance()
  const mine = useQuery({ queryKey: ['conversions'], queryFn: api.conversions, refetchInterval: 3_000 })
  return (
    <section className="m-card">
      <h2>{t.mine}</h2>
      <Asked of={mine}>
        {(all) =>
          all.length === 0 ? (
            <p className="m-quiet">{offers.length === 0 ? '' : t.none}</p>
          ) : (
            <ul className="m-list">
              {all.map((one) => (
                <li key={one.id} className="m-between">
                  <span>
                    {one.direction === 'in' ? t.into : t.out} {one.account ?? ''}
                    <small className="m-quiet">
                      {formats.dateTime(one.askedAt)} · {wordFor(t.states, one.state)}
                      {one.code && <> · {wordFor(t.codes, one.code)}</>}
                    </small>
                  </span>
                  <b className="num">{formats.signed(one.direction === 'in' ? one.points : -one.points)}</b>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  )
}
