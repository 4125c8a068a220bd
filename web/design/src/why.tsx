import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { useTexts } from './appearance'
import { Drawer } from './drawer'
import { ExplanationView, type Explanation } from './explanation'
import { ErrorState } from './states'
import { words } from './words'

type Loader = (explanationId: string) => Promise<Explanation>
const LoaderContext = createContext<Loader | null>(null)

/** Tells every Why below it how to fetch an explanation that is known by its id only. */
export function ExplanationSource({ load, children }: { load: Loader; children: ReactNode }) {
  return <LoaderContext value={load}>{children}</LoaderContext>
}

interface WhyProps {
  /** What is being explained, as the title of the drawer: "积分 +1,058". */
  subject: ReactNode
  explanation: Explanation | string | null | undefined
  name?: string
  extra?: ReactNode
}

/** The small quiet button beside a decided value. Without an explanation it is not there at all. */
export function Why({ subject, explanation, name, extra }: WhyProps) {
  const t = useTexts(words)
  const [open, setOpen] = useState(false)
  if (!explanation) return null
  const spoken = name ?? (typeof subject === 'string' ? subject : '')
  return (
    <>
      <button
        type="button"
        className="w-why"
        aria-haspopup="dialog"
        aria-label={spoken ? t.whyOf(spoken) : t.why}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(true)
        }}
      >
        <span aria-hidden="true">?</span> {t.why}
      </button>
      <WhyDrawer open={open} onClose={() => setOpen(false)} subject={subject} explanation={explanation} extra={extra} />
    </>
  )
}

interface WhyDrawerProps {
  open: boolean
  onClose(): void
  subject: ReactNode
  explanation: Explanation | string | null
  extra?: ReactNode
}

export function WhyDrawer({ open, onClose, subject, explanation, extra }: WhyDrawerProps) {
  const t = useTexts(words)
  return (
    <Drawer open={open} onClose={onClose} eyebrow={t.why} title={subject}>
      {explanation && <WhyContent explanation={explanation} />}
      {extra}
    </Drawer>
  )
}

function WhyContent({ explanation }: { explanation: Explanation | string }) {
  const load = useContext(LoaderContext)
  const t = useTexts(words)
  const [known, setKnown] = useState<Explanation | null>(typeof explanation === 'string' ? null : explanation)
  const [failure, setFailure] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (typeof explanation !== 'string') {
      setKnown(explanation)
      return
    }
    let current = true
    setFailure(null)
    load?.(explanation).then(
      (loaded) => current && setKnown(loaded),
      (error: unknown) => current && setFailure(error),
    )
    return () => {
      current = false
    }
  }, [explanation, load, attempt])

  if (failure) return <ErrorState error={failure} onRetry={() => setAttempt(attempt + 1)} />
  if (!known) return <div className="w-skeleton w-skeleton-block" role="status" aria-label={t.loading} />
  return <ExplanationView explanation={known} />
}
