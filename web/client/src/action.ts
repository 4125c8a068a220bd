import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { newKey } from './http'

/**
 * One action of the user. Its idempotency key is kept while the same input is tried again after a
 * failure, so that a retry can never do the thing twice, also when only the answer was lost; success
 * or other input takes a new key. Whatever the action sends belongs into its input.
 */
export function useAction<Input = void, Result = unknown>(run: (input: Input, key: string) => Promise<Result>, after?: (result: Result, input: Input) => void, always?: () => void) {
  const held = useRef<{ input: string; key: string } | null>(null)
  return useMutation<Result, Error, Input>({
    mutationFn: async (input) => {
      const text = fingerprint(input)
      if (held.current?.input !== text) held.current = { input: text, key: newKey() }
      return run(input, held.current.key)
    },
    onSuccess: (result, input) => {
      held.current = null
      after?.(result, input)
    },
    onSettled: () => always?.(),
  })
}

function fingerprint(input: unknown): string {
  if (input instanceof File) return `${input.name}:${input.size}:${input.lastModified}`
  return JSON.stringify(input) ?? ''
}
