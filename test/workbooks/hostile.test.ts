import { createServer } from 'node:net'
import { once } from 'node:events'
import { readApart } from '../../server/workbooks/readApart'
import { hostileFiles } from './hostileFiles'
import { workbookParts, zip } from './zip'
import { refusals } from '../../server/workbooks/refusals'

const MB = 1024 * 1024

describe('a file that cannot be taken', () => {
  test.each(hostileFiles)('is refused in plain words: $called', async ({ make, because }) => {
    const file = make()
    const began = performance.now()
    expect(await readApart(file)).toEqual({ kind: 'refused', because })
    // Most is waiting for a busy machine to begin from the sources.
    expect(performance.now() - began).toBeLessThan(40_000)
  })

  test('is told of in a sentence that says what to do', () => {
    for (const says of Object.values(refusals)) expect(says).toMatch(/^[A-Z].*\. .*\.$|must have|cannot be read: a/)
  })
})

describe('reading a file', () => {
  test('leaves the memory of the server as it was, whatever is in the file', async () => {
    const files = [
      'a bomb of one part',
      'a million rows',
      'very many cells',
      'a text that stands for a thousand times itself',
    ]
    const made = hostileFiles.filter(({ called }) => files.includes(called)).map(({ make }) => make())
    await readApart(made[0] ?? Buffer.alloc(0))
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
    for (const file of made) await readApart(file)
    clearInterval(watch)
    expect(made).toHaveLength(4)
    expect((most - before) / MB).toBeLessThan(50)
  })

  test('does not hold up anybody else meanwhile', async () => {
    const file = hostileFiles.find(({ called }) => called === 'a million rows')?.make() ?? Buffer.alloc(0)
    const before = process.cpuUsage()
    await readApart(file)
    // Whatever this process does not work on, it does not hold up.
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(500)
  })

  test('passes over what stands for a great deal of work in a few bytes', async () => {
    const sheet =
      '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>'
    const read = await readApart(zip(workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>', { sheet })))
    expect(read.kind).toBe('read')
  })

  test('passes over names, which may stand for more cells than anybody can go through', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `<definedName name="n${at}">S!$A$1:$XFD$1048576</definedName>`)
    const book = `<definedNames>${names.join('')}</definedNames>`
    expect((await readApart(zip(workbookParts('', { book })))).kind).toBe('read')
  })

  const asManyCellsAsThereMayBe = () => {
    const cells = (row: number) =>
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((letter) => `<c r="${letter}${row}"><v>${row}</v></c>`)
    const rows = Array.from({ length: 19_999 }, (_, at) => `<row r="${at + 1}">${cells(at + 1).join('')}</row>`)
    return zip(workbookParts(rows.join('')))
  }

  test('comes to an end for as many cells as there may be', async () => {
    const file = asManyCellsAsThereMayBe()
    const began = performance.now()
    const read = await readApart(file)
    expect(performance.now() - began).toBeLessThan(40_000)
    if (read.kind === 'refused') expect(read.because).toBe('too_much')
  })

  test('gives up on what takes longer than it may', async () => {
    expect(await readApart(asManyCellsAsThereMayBe(), 1)).toEqual({ kind: 'refused', because: 'too_much' })
  })

  test('calls nobody', async () => {
    const calls: unknown[] = []
    const listener = createServer((socket) => calls.push(socket)).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const address = listener.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const link = `<hyperlink ref="A1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>`
    const parts = [
      ...workbookParts(`<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:${port}/")</f><v>1</v></c></row>`, {
        sheet: `<hyperlinks>${link}</hyperlinks>`,
      }),
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://127.0.0.1:${port}/" TargetMode="External"/></Relationships>`,
      },
    ]
    expect((await readApart(zip(parts))).kind).toBe('read')
    listener.close()
    expect(calls).toEqual([])
  })
})
