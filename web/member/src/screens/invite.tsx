import { EmptyState, ErrorState, useAppearance, useTexts, Why } from '@waystation/design'
import { useAction } from '@waystation/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type InviteLink, type Invites } from '../data/api'
import { deviceNumber } from '../data/invitation'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'
import { download, posterPng, posterSvg } from '../parts/poster'
import { Qr } from '../parts/qr'
import { InviteBoard } from './invite-board'
import { Friends } from './invite-friends'
import { inviteWords } from './invite-words'

/** Bring friends: my link, code and poster, how far it is to the next prize, and who has come. */
export function InviteScreen() {
  const t = useTexts(inviteWords)
  const invites = useQuery({ queryKey: ['invites'], queryFn: api.invites, refetchInterval: 20_000 })
  return (
    <Page title={t.title} back="/benefits">
      <Asked of={invites}>
        {(mine) =>
          mine.campaign ? (
            <>
              <Share mine={mine} />
              <Progress mine={mine} />
              <Friends />
              <InviteBoard place={mine.place} />
            </>
          ) : (
            <EmptyState title={t.none} hint={t.noneHint} />
          )
        }
      </Asked>
    </Page>
  )
}

function Share({ mine }: { mine: Invites }) {
  const t = useTexts(inviteWords)
  const { say, formats } = useAppearance()
  const queries = useQueryClient()
  const make = useAction(
    (device: string, key) => api.inviteLink('link', device, key),
    () => void queries.invalidateQueries({ queryKey: ['invites'] }),
  )
  const campaign = mine.campaign
  const link = mine.links.find((one) => one.channel === 'link') ?? make.data
  if (!campaign) return null
  return (
    <section className="m-card">
      <div className="m-between">
        <h2>{say(campaign.name)}</h2>
        <span className="m-quiet">{t.until(formats.date(campaign.endsAt))}</span>
      </div>
      <p>{t.both(formats.count(campaign.rewards.inviterSignUp), formats.count(campaign.rewards.inviterOrder))}</p>
      {link ? (
        <LinkCard link={link} title={say(campaign.name)} />
      ) : (
        <button type="button" className="m-primary" disabled={make.isPending} onClick={() => make.mutate(deviceNumber())}>
          {t.make}
        </button>
      )}
      {make.error && <ErrorState error={make.error} kept />}
    </section>
  )
}

function LinkCard({ link, title }: { link: InviteLink; title: string }) {
  const t = useTexts(inviteWords)
  const [copied, setCopied] = useState('')
  const url = `${window.location.origin}${link.path}`
  const copy = (text: string) => void navigator.clipboard?.writeText(text).then(() => setCopied(text))
  const svg = () => posterSvg(`${url}?by=poster`, link.code, { product: t.product, title, line: t.entry, code: t.posterCode, scan: t.posterScan })
  const name = `waystation-${link.code}`
  return (
    <>
      <div className="m-invite-code">
        <Qr text={url} name={t.qr} />
        <div>
          <span className="m-quiet">{t.myCode}</span>
          <p className="m-big num">{link.code}</p>
          <p className="m-quiet m-invite-url">{url}</p>
        </div>
      </div>
      <div className="m-invite-actions">
        <button type="button" className="m-primary" onClick={() => copy(url)}>
          {copied === url ? `✓ ${t.copied}` : t.copyLink}
        </button>
        <button type="button" className="m-second" onClick={() => copy(link.code)}>
          {copied === link.code ? `✓ ${t.copied}` : t.copyCode}
        </button>
      </div>
      <details className="m-invite-poster">
        <summary className="m-link">{t.poster}</summary>
        <img alt={t.poster} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg())}`} />
        <div className="m-invite-actions">
          <button type="button" className="m-second" onClick={() => void posterPng(svg()).then((blob) => download(blob, `${name}.png`))}>
            {t.png}
          </button>
          <button type="button" className="m-second" onClick={() => download(new Blob([svg()], { type: 'image/svg+xml' }), `${name}.svg`)}>
            {t.svg}
          </button>
        </div>
      </details>
    </>
  )
}

function Progress({ mine }: { mine: Invites }) {
  const t = useTexts(inviteWords)
  const { say, formats } = useAppearance()
  return (
    <section className="m-card">
      <h2>{t.progress}</h2>
      <p>
        <b>{t.done(mine.confirmed)}</b>
        <small className="m-quiet">{t.waiting(mine.waiting)}</small>
      </p>
      {mine.goals.map((goal) => (
        <div key={goal.invites} className="m-invite-goal">
          <div className="m-between">
            <span>{t.prize(goal.invites, say(goal.prize))}</span>
            {goal.reachedAt ? (
              <span>
                <span className="m-tag">✓ {t.reached}</span> <Why subject={say(goal.prize)} explanation={goal.why} />
              </span>
            ) : (
              <span className="m-quiet">{t.more(Math.max(1, goal.invites - mine.confirmed))}</span>
            )}
          </div>
          <div className="m-progress" role="progressbar" aria-valuemin={0} aria-valuemax={goal.invites} aria-valuenow={Math.min(mine.confirmed, goal.invites)} aria-label={t.prize(goal.invites, say(goal.prize))}>
            <span style={{ width: `${goal.reachedAt ? 100 : Math.min(100, (mine.confirmed / goal.invites) * 100)}%` }} />
          </div>
        </div>
      ))}
      <dl className="m-invite-sums">
        <div>
          <dt className="m-quiet">{t.held}</dt>
          <dd className="num">{formats.points(mine.heldPoints)}</dd>
        </div>
        <div>
          <dt className="m-quiet">{t.earned}</dt>
          <dd className="num m-good">{formats.points(mine.earnedPoints)}</dd>
        </div>
      </dl>
    </section>
  )
}
