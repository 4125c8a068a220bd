import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction, type Shapes } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { useState } from 'react'
import { api } from '../data/api'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'

type Draw = Shapes['games.DrawView']
type Prize = Shapes['games.PrizeView']
type Challenge = Shapes['games.ChallengeView']

export const gameWords = dictionary(
  {
    entry: '抽奖与挑战', see: '玩一玩', title: '抽奖与挑战', none: '现在没有抽奖', noneHint: '开放时会出现在这里', cost: (n: string) => `每次 ${n} 积分`, freeSpin: '免费', left: (n: string) => `今日还可 ${n} 次`, spin: '转一次', odds: '公示概率', stock: (n: string) => `余 ${n} 份`, noLimit: '不限量', gone: '已发完', won: '获得', stoodIn: '原奖项已发完，改发此奖', proof: '开奖可验证', proofLine: '开始前公布种子指纹，结束后公布种子，任何人都能重算每一次结果。', challenges: '挑战', progress: (a: string, b: string) => `${a} / ${b}`, reward: (n: string, left: string) => `奖 ${n} 积分，余 ${left} 份`, met: '已完成', noneLeft: '已完成，奖励已发完', until: (day: string) => `${day} 截止`, board: '本月榜', boards: { trips: '出行', visits: '入园', points: '积分' } as Record<string, string>, you: '您', empty: '本月还没有人上榜',
  },
  {
    entry: 'Draws and challenges', see: 'Play', title: 'Draws and challenges', none: 'No draw now', noneHint: 'It will appear here when one opens', cost: (n: string) => `${n} points a spin`, freeSpin: 'free', left: (n: string) => `${n} left today`, spin: 'Spin', odds: 'Stated odds', stock: (n: string) => `${n} left`, noLimit: 'no limit', gone: 'all given', won: 'You get', stoodIn: 'The prize you hit was all given; this stands in', proof: 'Anybody can check it', proofLine: 'The seed’s fingerprint is published before the first spin and the seed after the last: every result can be made again.', challenges: 'Challenges', progress: (a: string, b: string) => `${a} of ${b}`, reward: (n: string, left: string) => `${n} points, ${left} left`, met: 'Done', noneLeft: 'Done; no reward was left', until: (day: string) => `until ${day}`, board: 'This month', boards: { trips: 'Trips', visits: 'Visits', points: 'Points' } as Record<string, string>, you: 'you', empty: 'Nobody on the board yet',
  },
)

export function Games() {
  const t = useTexts(gameWords)
  const draws = useQuery({ queryKey: ['draws'], queryFn: api.draws })
  const challenges = useQuery({ queryKey: ['challenges'], queryFn: api.challenges })
  return (
    <Page title={t.title} back="/benefits">
      <Asked of={draws}>{(all) => (all.length === 0 ? <EmptyState title={t.none} hint={t.noneHint} /> : <>{all.map((one) => <Wheel key={one.id} draw={one} />)}</>)}</Asked>
      <section className="m-card">
        <h2>{t.challenges}</h2>
        <Asked of={challenges}>
          {(all) => (
            <ul className="m-list">
              {all.map((one) => (
                <ChallengeRow key={one.id} challenge={one} />
              ))}
            </ul>
          )}
        </Asked>
      </section>
      <Board />
    </Page>
  )
}

function Wheel({ draw }: { draw: Draw }) {
  const t = useTexts(gameWords)
  const { say, formats } = useAppearance()
  const queries = useQueryClient()
  const spin = useAction(api.spin, undefined, () => {
    for (const name of ['draws', 'points', 'entitlements']) void queries.invalidateQueries({ queryKey: [name] })
  })
  return (
    <section className="m-card">
      <div className="m-between">
        <h2>{say(draw.name)}</h2>
        <span className="m-quiet num">{draw.costPoints > 0 ? t.cost(formats.count(draw.costPoints)) : t.freeSpin}</span>
      </div>
      <Disc prizes={draw.prizes} total={draw.total} hit={spin.data?.spin.given ?? null} />
      {spin.data && (
        <p className="m-done" role="status">
          {t.won} {say(spin.data.prize.name)}
          {spin.data.stoodIn && <small className="m-quiet"> · {t.stoodIn}</small>}
        </p>
      )}
      <button type="button" className="m-primary" disabled={!draw.open || draw.leftToday === 0 || spin.isPending} onClick={() => spin.mutate(draw.id)}>
        {t.spin} · {t.left(formats.count(draw.leftToday))}
      </button>
      {spin.error && <ErrorState error={spin.error} kept />}
      <h3>{t.odds}</h3>
      <ul className="m-list">
        {draw.prizes.map((prize) => (
          <li key={prize.nth} className="m-between">
            <span>
              {say(prize.name)}
              <small className="m-quiet num">{prize.left === null || prize.left === undefined ? t.noLimit : prize.left === 0 ? t.gone : t.stock(formats.count(prize.left))}</small>
            </span>
            <b className="num">{formats.percent(prize.weight / draw.total)}</b>
          </li>
        ))}
      </ul>
      <h3>{t.proof}</h3>
      <p className="m-quiet">{t.proofLine}</p>
      <code style={{ overflowWrap: 'anywhere' }}>{draw.commitment}</code>
    </section>
  )
}

const colours = ['#c8502e', '#2f4b7c', '#c99a2e', '#5b8a72', '#8892a0', '#7a4e8a']

/** Fields as wide as their chance. It does not whirl: the result is what matters. */
function Disc({ prizes, total, hit }: { prizes: Prize[]; total: number; hit: number | null }) {
  let from = 0
  const point = (share: number) => `${100 + 92 * Math.sin(2 * Math.PI * share)} ${100 - 92 * Math.cos(2 * Math.PI * share)}`
  return (
    <svg viewBox="0 0 200 200" role="presentation" style={{ display: 'block', width: '100%', maxWidth: 220, margin: '8px auto' }}>
      {prizes.map((prize, index) => {
        const start = from / total
        from += prize.weight
        const end = from / total
        const large = end - start > 0.5 ? 1 : 0
        return <path key={prize.nth} d={`M100 100 L${point(start)} A92 92 0 ${large} 1 ${point(end)} Z`} fill={colours[index % colours.length]} opacity={hit === null || hit === prize.nth ? 1 : 0.25} stroke="#fff" />
      })}
      <circle cx="100" cy="100" r="18" fill="#fff" />
    </svg>
  )
}

function ChallengeRow({ challenge }: { challenge: Challenge }) {
  const t = useTexts(gameWords)
  const { say, formats } = useAppearance()
  const state = challenge.done ? (challenge.rewarded ? t.met : t.noneLeft) : t.progress(formats.count(Math.min(challenge.count, challenge.target)), formats.count(challenge.target))
  return (
    <li className="m-between">
      <span>
        <b>{say(challenge.name)}</b>
        <small className="m-quiet num">
          {t.reward(formats.count(challenge.rewardPoints), formats.count(challenge.left))} · {t.until(formats.date(challenge.lastDay))}
        </small>
      </span>
      <span className="num">{state}</span>
    </li>
  )
}

function Board() {
  const t = useTexts(gameWords)
  const { formats } = useAppearance()
  const [metric, setMetric] = useState('points')
  const board = useQuery({ queryKey: ['board', metric], queryFn: () => api.board(metric) })
  return (
    <section className="m-card">
      <h2>{t.board}</h2>
      <p className="m-beside">
        {['points', 'trips', 'visits'].map((one) => (
          <button key={one} type="button" className="m-second" aria-pressed={metric === one} onClick={() => setMetric(one)}>
            {wordFor(t.boards, one)}
          </button>
        ))}
      </p>
      <Asked of={board}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="m-quiet">{t.empty}</p>
          ) : (
            <ol className="m-list">
              {lines.map((line) => (
                <li key={`${line.rank}-${line.name}-${line.score}`} className="m-between">
                  <span>
                    <b className="num">{line.rank}</b> {line.name}
                    {line.own && <span className="m-tag"> {t.you}</span>}
                  </span>
                  <b className="num">{formats.count(line.score)}</b>
                </li>
              ))}
            </ol>
          )
        }
      </Asked>
    </section>
  )
}
