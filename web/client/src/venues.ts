import type { BodyOf, Calls } from './calls'

/** Venues, what they share, and whose view is limited to which. */
export const venuesOn = (call: Calls) => ({
  venues: () => call.get('/v1/venues'),
  ownVenues: () => call.get('/v1/session/venues'),
  staffScopes: () => call.get('/v1/staff-scopes'),
  limitStaff: (staffId: string, venues: string[], key?: string) => call.put('/v1/staff-scopes/{staffId}', { in: { staffId }, body: { venues }, key }),
  clientScopes: () => call.get('/v1/client-scopes'),
  limitClient: (clientId: string, venues: string[], key?: string) => call.put('/v1/client-scopes/{clientId}', { in: { clientId }, body: { venues }, key }),
  sharing: () => call.get('/v1/sharing-agreements'),
  share: (wish: BodyOf<'post', '/v1/sharing-agreements'>, key?: string) => call.post('/v1/sharing-agreements', { body: wish, key }),
  endSharing: (id: string, key?: string) => call.post('/v1/sharing-agreements/{id}:end', { in: { id }, key }),
  eventCounts: (days?: number) => call.get('/v1/event-counts', { query: { days } }),
  keepVenue: (code: string, wish: BodyOf<'put', '/v1/venues/{code}'>, key?: string) => call.put('/v1/venues/{code}', { in: { code }, body: wish, key }),
})
