import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { useEffect, useState } from 'react'
import { LETTERS, offered, setElder, setLetters, useElder, useLetters } from '../data/elder'
import type { Me } from '../data/api'

const texts = dictionary(
  { read: '读给我听', stop: '不读了', letters: '字的大小', sizes: { large: '大', larger: '更大', largest: '最大' }, offer: '要不要用敬老版？', offerLine: '字大、按钮大，功能一样不少，随时可以换回来。', yes: '换成敬老版', no: '不用了' },
  { read: 'Read it to me', stop: 'Stop reading', letters: 'Size of letters', sizes: { large: 'Large', larger: 'Larger', largest: 'Largest' }, offer: 'Would you like large mode?', offerLine: 'Larger letters and buttons with everything in it. You can change back at any time.', yes: 'Use large mode', no: 'No, thank you' },
)

/** Reads what stands on the screen aloud, in its language; not there where the phone has no voice. */
export function ReadAloud() {
  const t = useTexts(texts)
  const { language } = useAppearance()
  const [reading, setReading] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!('speechSynthesis' in window)) return null
  const toggle = () => {
    window.speechSynthesis.cancel()
    if (reading) {
      setReading(false)
      return
    }
    const said = new SpeechSynthesisUtterance(onScreen())
    said.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
    said.rate = 0.85
    said.onend = said.onerror = () => setReading(false)
    setReading(true)
    window.speechSynthesis.speak(said)
  }
  return (
    <button type="button" className="m-second m-wide m-read" aria-pressed={reading} onClick={toggle}>
      {reading ? t.stop : t.read}
    </button>
  )
}

function onScreen(): string {
  const open = document.querySelector<HTMLElement>('dialog[open], [role=dialog]')
  const shown = open ?? document.querySelector<HTMLElement>('.m-page')
  return (shown?.innerText ?? '').split(/\n+/).map((line) => line.trim()).filter(Boolean).join('。')
}

/** Letters of 20, 25 or 30 px. */
export function LetterSize() {
  const t = useTexts(texts)
  const size = useLetters()
  return (
    <fieldset className="m-letters">
      <legend>{t.letters}</legend>
      {LETTERS.map((each) => (
        <button key={each} type="button" className="m-second" aria-pressed={size === each} onClick={() => setLetters(each)}>
          {t.sizes[each]}
        </button>
      ))}
    </fieldset>
  )
}

const OLD_ENOUGH = 60

/** Somebody of sixty and more is asked once, as soon as their document has told their age. */
export function ElderOffer({ me }: { me: Me }) {
  const t = useTexts(texts)
  const elder = useElder()
  const [asked, setAsked] = useState(() => offered.before(me.id))
  if (elder || asked || me.age < OLD_ENOUGH) return null
  const answer = (yes: boolean) => {
    offered.remember(me.id)
    setAsked(true)
    if (yes) setElder(true)
  }
  return (
    <section className="m-card m-offer" aria-label={t.offer}>
      <b>{t.offer}</b>
      <p>{t.offerLine}</p>
      <div className="m-beside">
        <button type="button" className="m-primary" onClick={() => answer(true)}>
          {t.yes}
        </button>
        <button type="button" className="m-second" onClick={() => answer(false)}>
          {t.no}
        </button>
      </div>
    </section>
  )
}
