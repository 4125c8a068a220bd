import { Brand, dictionary, useTexts } from '@waystation/design'

const texts = dictionary(
  { name: '驿站', line: '买票、行程、积分与权益' },
  { name: 'Waystation', line: 'Tickets, trips, points and benefits' },
)

export function Home() {
  const t = useTexts(texts)
  return (
    <main style={{ padding: 20 }}>
      <Brand name={t.name} line={t.line} />
    </main>
  )
}
