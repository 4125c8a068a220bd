import { useTexts } from '@waystation/design'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { words } from '../data/words'

interface PageProps {
  title: ReactNode
  back?: string
  children: ReactNode
}

export function Page({ title, back, children }: PageProps) {
  const t = useTexts(words)
  const go = useNavigate()
  return (
    <div className="m-page">
      <header className="m-head">
        {back && (
          <button type="button" className="m-back" aria-label={t.back} onClick={() => void go(back)}>
            ‹
          </button>
        )}
        <h1>{title}</h1>
      </header>
      {children}
    </div>
  )
}
