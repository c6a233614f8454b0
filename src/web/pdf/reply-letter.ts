import type { Letter } from '../../desk/dossier/paper.ts'
import { localTime } from '../../desk/zone.ts'
import type { WebParts } from '../parts.ts'
import { type Doc, makePdf } from './make.ts'
import { pageNumbers } from './page-numbers.ts'

/** The reply to a notice of legal help, naming the duty lawyer (Art. 19 ¶2). An official letter: Chinese alone. */
export async function replyLetter(parts: WebParts, letter: Letter): Promise<Uint8Array> {
  const desk = await parts.desk()
  const { body } = letter
  const title = '关于确定值班律师的复函'
  const about = { title: `${title} ${body.number}`, author: desk.name, at: letter.at }
  return makePdf(parts, { ...about, keepPages: true }, (doc) => {
    head(doc, desk.name, body.number)
    doc.fontSize(20).text(title, { align: 'center' }).moveDown(1.2)
    doc.fontSize(13)
    const said = { lineGap: 9, paragraphGap: 4 }
    const para = { ...said, indent: 26 }
    doc.text(`${body.authority}：`, said)
    doc.text(
      `你单位《法律帮助通知书》（${body.noticeNumber}）已于${dateZh(body.receivedOn)}收到。根据《法律援助值班律师工作办法》第十九条，现确定下列律师为值班律师，提供法律帮助：`,
      para,
    )
    doc.text(`值班律师：${body.lawyerName}`, para)
    doc.text(`执业证号：${body.licence}`, para)
    doc.text(`律师事务所：${body.firm}`, para)
    const many = body.people.length > INLINE
    const who = many ? '名单附后' : body.people.join('、')
    doc.text(`提供法律帮助的人员（${body.people.length}名）：${who}`, para)
    if (body.helpDate) {
      const place = body.place ? `，地点：${body.place}` : ''
      doc.text(`法律帮助日期：${dateZh(body.helpDate)}${place}`, para)
    }
    doc.text('请为值班律师依法履行职责提供便利。', para)
    doc.text('特此函复。', para).moveDown(1.5)
    const { year, month, day } = localTime(desk.timezone, letter.at)
    doc.text(desk.name, { align: 'right', ...said })
    doc.text(`${year}年${month}月${day}日`, { align: 'right', ...said })
    doc.moveDown(0.8).fontSize(10).fillColor('#444')
    doc.text('（值班律师提供法律帮助时应当出示律师执业证或者律师工作证。办法第二十三条）', said)
    if (many) annex(doc, body.people)
    pageNumbers(doc)
  })
}

/** More names than this stand on a sheet of their own. */
const INLINE = 12

function annex(doc: Doc, people: string[]): void {
  doc
    .addPage()
    .fillColor('#000')
    .fontSize(16)
    .text('附：提供法律帮助的人员名单', { align: 'center' })
  doc.moveDown(1).fontSize(11)
  const numbered = people.map((name, index) => `${index + 1}. ${name}`)
  doc.text(numbered.join('\n'), { columns: 3, columnGap: 12, lineGap: 5 })
}

function head(doc: Doc, name: string, number: string): void {
  doc.fontSize(16).fillColor('#1d4f91').text(name, { align: 'center', characterSpacing: 2 })
  doc.moveDown(0.3)
  const { left, right } = doc.page.margins
  doc
    .moveTo(left, doc.y)
    .lineTo(doc.page.width - right, doc.y)
    .lineWidth(1.2)
    .stroke('#1d4f91')
  doc.moveDown(0.6).fillColor('#000').fontSize(11)
  doc.text(`编号：${number}`, { align: 'right' }).moveDown(1)
}

export function dateZh(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
