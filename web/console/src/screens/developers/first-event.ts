/** What a first event of each kind looks like, in the words of the ready-made mappings. */
const bodies: Record<string, (now: string) => object> = {
  hotel: (now) => ({ type: 'guest.checked_in', timestamp: now, data: { stayId: 'S-1', roomType: 'lake', nights: 2, guest: { phone: '13800000000' } } }),
  ota: (now) => ({ orderNo: 'O-1', status: 'PAID', statusTime: now, channel: 'agency', productName: 'Day ticket', quantity: 2, totalCents: 19800, contact: { mobile: '13800000000' } }),
  till: (now) => ({ receiptNo: 'R-1', type: 'sale', soldAt: now, tillId: 'T1', totalMinor: 5800, memberPhone: '13800000000' }),
  kiosk: (now) => ({ sessionId: 'K-1', action: 'ticket_collected', at: now, kioskId: 'K1' }),
  gate: (now) => ({ passageId: 'P-1', result: 'OPEN', passedAt: now, turnstile: 'G1' }),
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** A command line that sends one event to a source: signed where it has a mapping, by write key elsewhere. */
export function firstEvent(origin: string, source: { id: string; kind: string }, mapped: boolean, now: Date): string {
  const at = now.toISOString()
  if (!mapped) {
    const message = { messageId: 'first-1', userId: 'you', event: 'first.seen', timestamp: at }
    return `curl -i -u "$SECRET:" -H 'Content-Type: application/json' -d ${quote(JSON.stringify(message))} ${origin}/v1/track`
  }
  const body = JSON.stringify((bodies[source.kind] ?? (() => ({ type: 'first.seen', timestamp: at, data: {} })))(at))
  return [
    `body=${quote(body)}`,
    'id=msg_1; now=$(date +%s)',
    `key=$(printf %s "\${SECRET#whsec_}" | base64 -d | od -An -tx1 | tr -d ' \\n')`,
    `sign=$(printf %s "$id.$now.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | base64)`,
    `curl -i -H "webhook-id: $id" -H "webhook-timestamp: $now" -H "webhook-signature: v1,$sign" -H 'Content-Type: application/json' --data-raw "$body" ${origin}/v1/event-hooks/${source.id}`,
  ].join('\n')
}
