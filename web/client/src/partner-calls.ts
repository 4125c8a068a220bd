import type { BodyOf, Calls } from './calls'

/** Partners: their contracts, packs, conversions, files and months. */
export function partnerCalls(call: Calls) {
  return {
    partners: () => call.get('/v1/partners'),
    partner: (code: string) => call.get('/v1/partners/{code}', { in: { code } }),
    publishContract: (code: string, contract: BodyOf<'post', '/v1/partners/{code}/contracts'>, key?: string) => call.post('/v1/partners/{code}/contracts', { in: { code }, body: contract, key }),
    contractDraft: (code: string) => call.get('/v1/partners/{code}/contract-draft', { in: { code } }),
    keepContractDraft: (code: string, terms: BodyOf<'put', '/v1/partners/{code}/contract-draft'>, version?: string, key?: string) => call.put('/v1/partners/{code}/contract-draft', { in: { code }, body: terms, version, key }),
    dropContractDraft: (code: string, key?: string) => call.delete('/v1/partners/{code}/contract-draft', { in: { code }, key }),
    publishContractDraft: (code: string, version?: string, key?: string) => call.post('/v1/partners/{code}/contract-draft:publish', { in: { code }, version, key }),
    addPack: (code: string, pack: BodyOf<'post', '/v1/partners/{code}/packs'>, key?: string) => call.post('/v1/partners/{code}/packs', { in: { code }, body: pack, key }),
    partnerConversions: (code: string) => call.get('/v1/partners/{code}/conversions', { in: { code } }),
    conversionCounts: (code: string) => call.get('/v1/partners/{code}/conversion-counts', { in: { code } }),
    suspendedConversions: (code: string) => call.get('/v1/partners/{code}/suspense', { in: { code } }),
    assignConversion: (id: string, memberId: string, key?: string) => call.post('/v1/partner-conversions/{id}:assign', { in: { id }, body: { memberId }, key }),
    partnerFiles: (code: string) => call.get('/v1/partners/{code}/files', { in: { code } }),
    partnerFile: (code: string, id: string) => call.get('/v1/partners/{code}/files/{id}', { in: { code, id } }),
    partnerMonths: (code: string) => call.get('/v1/partners/{code}/months', { in: { code } }),
    partnerMonth: (code: string, month: string) => call.get('/v1/partners/{code}/months/{month}', { in: { code, month } }),
    runPartnerMonth: (code: string, month: string, key?: string) => call.post('/v1/partners/{code}/months/{month}:run', { in: { code, month }, key }),
    lockPartnerMonth: (code: string, month: string, key?: string) => call.post('/v1/partners/{code}/months/{month}:lock', { in: { code, month }, key }),
    disputePartnerMonth: (code: string, month: string, eventId: string, note: string, key?: string) => call.post('/v1/partners/{code}/months/{month}/disputes', { in: { code, month }, body: { eventId, note }, key }),
    decidePartnerDispute: (id: string, decision: BodyOf<'post', '/v1/partner-disputes/{id}:decide'>, key?: string) => call.post('/v1/partner-disputes/{id}:decide', { in: { id }, body: decision, key }),
  }
}
