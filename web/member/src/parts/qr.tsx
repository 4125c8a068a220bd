import { renderSVG } from 'uqr'

/** A code to scan, dark on white in every theme so that gates can read it. */
export function Qr({ text, name }: { text: string; name: string }) {
  return (
    <div
      className="m-qr"
      role="img"
      aria-label={name}
      dangerouslySetInnerHTML={{ __html: renderSVG(text, { ecc: 'M', border: 1, whiteColor: '#fff', blackColor: '#1c2733' }) }}
    />
  )
}
