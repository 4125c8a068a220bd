import { useTexts, dictionary, wordFor } from '@waystation/design'
import { useChannelName } from '../members/consents'

const texts = dictionary(
  { purposes: { service: '服务通知', marketing: '营销', transactional: '交易通知' } },
  { purposes: { service: 'Service', marketing: 'Marketing', transactional: 'Transactional' } },
)

/** What a yes or no is about: 短信 · 营销. */
export function useConsentName(): (channel: string, purpose: string) => string {
  const t = useTexts(texts)
  const channelName = useChannelName()
  return (channel, purpose) => `${channelName(channel)} · ${wordFor(t.purposes, purpose)}`
}
