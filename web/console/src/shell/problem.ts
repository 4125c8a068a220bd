import { Problem } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { words } from '@waystation/design/words'

/** One line for a notice: the sentence and the reference to quote. */
export function useProblemText(): (error: unknown) => string {
  const { say } = useAppearance()
  const t = useTexts(words)
  return (error) => {
    if (!(error instanceof Problem)) return error instanceof Error ? error.message : t.failed
    if (error.offline) return t.offline
    const sentence = say(error.sentence) || t.failed
    return error.reference ? `${sentence} (${t.reference} ${error.reference})` : sentence
  }
}
