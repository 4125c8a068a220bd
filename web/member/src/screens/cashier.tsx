import { ErrorState, useTexts } from '@waystation/design'
import { useAction } from '@waystation/client'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { api } from '../data/api'
import { words } from '../data/words'
import { Page } from '../parts/page'

/** Where the sandbox gateway sends whoever pays; a real gateway sends them to its own page. */
export function CashierScreen() {
  const t = useTexts(words)
  const { intent = '' } = useParams()
  const what = useSearchParams()[0].get('for')
  const toPark = what === 'park' || what === 'passes'
  const back = what === 'park' ? '/park' : what === 'passes' ? '/passes' : '/trips'
  const queries = useQueryClient()
  const approve = useAction(api.approve, undefined, () => void queries.invalidateQueries())
  return (
    <Page title={t.payTitle} back={back}>
      <section className="m-card">
        <p className="m-quiet">{t.payLine}</p>
        {approve.error && <ErrorState error={approve.error} />}
        {approve.isSuccess ? (
          <>
            <p className="m-done" role="status">
              {toPark ? t.paid : t.paidDone}
            </p>
            <Link className="m-primary" to={back}>
              {toPark ? t.goOn : t.backToTrips}
            </Link>
          </>
        ) : (
          <button type="button" className="m-primary" disabled={approve.isPending} onClick={() => approve.mutate(intent)}>
            {t.approve}
          </button>
        )}
      </section>
    </Page>
  )
}
