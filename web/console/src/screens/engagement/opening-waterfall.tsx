import type { Page } from '@waystation/client'
import { useAppearance, Waterfall, type WaterfallStep } from '@waystation/design'
import { useState } from 'react'
import { useStaff } from '../../data/session'
import { BarPeople, type Pages, type Person } from './bar-people'

interface OpeningWaterfallProps {
  /** What was asked, so that the people of another question are never shown for this one. */
  of: object
  steps: readonly WaterfallStep[]
  people(bar: string, query: Pages, signal?: AbortSignal): Promise<Page<Person>>
}

/** A waterfall whose every bar opens on the members it counts, for those who may see them. */
export function OpeningWaterfall({ of, steps, people }: OpeningWaterfallProps) {
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const [bar, setBar] = useState<string | null>(null)
  const step = steps.find((one) => one.code === bar)
  return (
    <>
      <Waterfall steps={steps} {...(staff.may('segments.read') ? { onOpen: setBar } : {})} />
      {step && (
        <BarPeople
          of={{ ...of, bar: step.code }}
          title={`${say(step.label)} · ${formats.count(Math.abs(step.count))}`}
          ask={(query, signal) => people(step.code, query, signal)}
          onClose={() => setBar(null)}
        />
      )}
    </>
  )
}
