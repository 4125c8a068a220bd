import type { BodyOf, Calls } from './calls'

/** The operator's accounts with vendors of messages, and the texts these approved. */
export const channelsOn = (call: Calls) => ({
  channelVendors: () => call.get('/v1/channel-vendors'),
  channelAccounts: () => call.get('/v1/channel-accounts'),
  keepChannelAccount: (code: string, wish: BodyOf<'put', '/v1/channel-accounts/{code}'>, key?: string) => call.put('/v1/channel-accounts/{code}', { in: { code }, body: wish, key }),
  registerVendorText: (code: string, template: string, wish: BodyOf<'put', '/v1/channel-accounts/{code}/texts/{template}'>, key?: string) => call.put('/v1/channel-accounts/{code}/texts/{template}', { in: { code, template }, body: wish, key }),
})
