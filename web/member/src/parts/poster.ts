import { renderSVG } from 'uqr'

interface PosterWords {
  product: string
  title: string
  line: string
  code: string
  scan: string
}

const WIDTH = 750
const HEIGHT = 1200

/** A poster with the code to scan, as a picture that needs nothing else: 750 by 1,200. */
export function posterSvg(url: string, code: string, words: PosterWords): string {
  const qr = renderSVG(url, { ecc: 'Q', border: 2, whiteColor: '#fff', blackColor: '#1c2733' })
  const inner = qr.replace('<svg ', '<svg x="195" y="560" width="360" height="360" ')
  const text = (y: number, size: number, weight: number, colour: string, value: string) =>
    `<text x="375" y="${y}" font-size="${fitted(value, size)}" font-weight="${weight}" fill="${colour}" text-anchor="middle">${escaped(value)}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',system-ui,sans-serif">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#f6f4ef"/><rect width="${WIDTH}" height="470" fill="#2b4c7e"/>
<path d="M0 470 C 190 400 300 430 420 452 S 640 500 750 420 L750 470 Z" fill="#f6f4ef"/>
<path d="M325 165 L375 118 L425 165 V210 H325 Z M360 210 V185 H390 V210" fill="none" stroke="#f2c14e" stroke-width="6"/>
${text(90, 34, 400, '#dbe5f2', words.product)}${text(300, 60, 700, '#ffffff', words.title)}${text(366, 32, 400, '#dbe5f2', words.line)}
<rect x="175" y="540" width="400" height="400" rx="24" fill="#fff" stroke="#e3dfd5"/>${inner}
${text(1000, 28, 400, '#5c6672', words.scan)}${text(1060, 28, 400, '#5c6672', words.code)}${text(1125, 54, 700, '#1c2733', code)}
</svg>`
}

/** The same as PNG, drawn by the browser. */
export async function posterPng(svg: string): Promise<Blob> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'))
}

export function download(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** A long line gets smaller letters instead of running off the paper; a Chinese one counts double. */
function fitted(value: string, size: number): number {
  const width = [...value].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0)
  return Math.min(size, Math.floor(660 / Math.max(width, 1)))
}

function escaped(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}
