import { useMutation } from '@tanstack/react-query'
import type { CartPrice } from '@waystation/client'
import { dictionary, ErrorState, ExplanationView, Mark, useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { api } from '../../data/client'
import { Page } from '../../shell/page'
import { couponWords, minor } from './words'

const texts = dictionary(
  {
    title: '结算模拟', purpose: '给一个购物车和几张券，看哪些生效、为什么。和下单用的是同一个算法，不占用任何券。', cart: '购物车', add: '加一件', remove: '去掉', product: '商品', price: '单价（元）', coupons: '券码', couponsHint: '每行一个', run: '计算', result: '结果', none: '填好购物车和券码，点“计算”。',
    original: '原价', off: '优惠', pay: '应付', line: (n: number) => `第 ${n} 件`, products: { 'rail.second': '二等座', 'rail.first': '一等座', 'rail.business': '商务座', 'park.entry': '入园' },
  },
  {
    title: 'Checkout simulator', purpose: 'A cart and some coupons: which count, and why. The same algorithm as an order; nothing is used up.', cart: 'Cart', add: 'Add a line', remove: 'Remove', product: 'Product', price: 'Price (yuan)', coupons: 'Codes', couponsHint: 'One a line', run: 'Price it', result: 'Result', none: 'Fill in the cart and the codes, then price it.',
    original: 'Full price', off: 'Off', pay: 'To pay', line: (n: number) => `Line ${n}`, products: { 'rail.second': 'Second class', 'rail.first': 'First class', 'rail.business': 'Business', 'park.entry': 'Park entry' },
  },
)

interface Asked {
  lines: { product: string; price: number }[]
  codes: string
}

export default function Simulator() {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const run = useMutation({ mutationFn: (asked: Asked) => api.previewCart(body(asked)) })
  const required = [{ required: true, message: words.missing }]
  const products = (['rail.second', 'rail.first', 'rail.business', 'park.entry'] as const).map((value) => ({ value, label: t.products[value] }))
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <div className="columns">
        <section className="w-card">
          <h2 className="card-title">{t.cart}</h2>
          <Form<Asked> layout="vertical" requiredMark={false} initialValues={{ lines: [{ product: 'rail.second', price: 263 }, { product: 'rail.second', price: 263 }], codes: '' }} onFinish={(asked) => run.mutate(asked)}>
            <Form.List name="lines">
              {(fields, { add, remove }) => (
                <>
                  {fields.map((field, index) => (
                    <div key={field.key} className="coupon-line">
                      <Form.Item name={[field.name, 'product']} label={index === 0 ? t.product : undefined} rules={required}>
                        <Select options={products} aria-label={t.product} />
                      </Form.Item>
                      <Form.Item name={[field.name, 'price']} label={index === 0 ? t.price : undefined} rules={required}>
                        <InputNumber min={0} precision={2} aria-label={t.price} />
                      </Form.Item>
                      {fields.length > 1 && (
                        <Button type="text" onClick={() => remove(field.name)}>
                          {t.remove}
                        </Button>
                      )}
                    </div>
                  ))}
                  <Button size="small" onClick={() => add({ product: 'rail.second', price: 100 })}>
                    {t.add}
                  </Button>
                </>
              )}
            </Form.List>
            <Form.Item name="codes" label={t.coupons} extra={t.couponsHint} className="coupon-codes">
              <Input.TextArea rows={4} autoComplete="off" spellCheck={false} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={run.isPending}>
              {t.run}
            </Button>
          </Form>
        </section>
        <section className="w-card" aria-live="polite">
          <h2 className="card-title">{t.result}</h2>
          {run.error ? <ErrorState error={run.error} kept /> : run.data ? <Result price={run.data} /> : <p className="w-quiet">{t.none}</p>}
        </section>
      </div>
    </Page>
  )
}

function Result({ price }: { price: CartPrice }) {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const { formats } = useAppearance()
  const money = (amount: number) => formats.money({ minor: amount, currency: 'CNY' })
  return (
    <div className="stack">
      <p className="big-figure num">
        {money(price.payMinor)} <small>{t.pay}</small>
      </p>
      <p className="w-quiet num">
        {t.original} {money(price.originalMinor)} · {t.off} {money(price.discountMinor)} {!price.exact && <Mark tone="attention">{words.greedy}</Mark>}
      </p>
      <ExplanationView explanation={price.why} />
      <ul className="coupon-lines">
        {Object.entries(price.lines)
          .sort(([one], [other]) => Number(one) - Number(other))
          .map(([key, amount]) => (
            <li key={key}>
              <span>{t.line(Number(key))}</span> <b className="num">{money(amount)}</b>
            </li>
          ))}
      </ul>
    </div>
  )
}

function body(asked: Asked) {
  return {
    cart: { currency: 'CNY', lines: asked.lines.map((line, index) => ({ key: String(index + 1), product: line.product, minor: minor(line.price) })), facts: { seatClass: asked.lines[0]?.product.replace('rail.', '') ?? '' } },
    coupons: asked.codes.split(/\s+/).filter((code) => code !== ''),
    memberId: null,
    at: null,
  }
}
