import { dictionary, useTexts } from '@waystation/design'

const texts = dictionary(
  {
    type: '证件类型', number: '证件号码', born: '出生日期',
    types: { identity_card: '居民身份证', passport: '护照', residence_permit: '港澳台居民居住证', home_return_permit: '港澳居民来往内地通行证', taiwan_permit: '台湾居民来往大陆通行证', foreigner_permit: '外国人永久居留身份证' },
    card: '身份证号',
  },
  {
    type: 'Document', number: 'Document number', born: 'Date of birth',
    types: { identity_card: 'Chinese ID card', passport: 'Passport', residence_permit: 'Residence permit of Hong Kong, Macao or Taiwan residents', home_return_permit: 'Home return permit (Hong Kong, Macao)', taiwan_permit: 'Mainland travel permit (Taiwan)', foreigner_permit: 'Permanent resident ID card' },
    card: 'ID card number',
  },
)

export interface DocumentInput {
  type: string
  number: string
  birthDate: string
}

export const noDocument: DocumentInput = { type: 'identity_card', number: '', birthDate: '' }

/** The birthday that a number of 18 characters carries: nobody should type it twice. */
const birthDateIn = (number: string) => /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number)?.slice(1).join('-')

/** As the platform is told of it. */
export const documentBody = ({ type, number, birthDate }: DocumentInput) => ({ document: { type, number }, birthDate })

/** Which document somebody has, its number, and the date of birth where the number has none. */
export function DocumentFields({ value, onChange }: { value: DocumentInput; onChange(value: DocumentInput): void }) {
  const t = useTexts(texts)
  const card = value.type === 'identity_card'
  const read = (number: string) => onChange({ ...value, number, birthDate: birthDateIn(number) ?? value.birthDate })
  return (
    <>
      <label>
        {t.type}
        <select className="m-input" value={value.type} onChange={(event) => onChange({ ...value, type: event.target.value })}>
          {Object.entries(t.types).map(([type, name]) => (
            <option key={type} value={type}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {card ? t.card : t.number}
        <input className="m-input num" required maxLength={18} value={value.number} onChange={(event) => read(event.target.value.trim().toUpperCase())} />
      </label>
      {value.birthDate || !(card || value.type === 'residence_permit') ? (
        <label>
          {t.born}
          <input className="m-input num" type="date" required value={value.birthDate} onChange={(event) => onChange({ ...value, birthDate: event.target.value })} />
        </label>
      ) : null}
    </>
  )
}
