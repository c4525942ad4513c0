import type { VNode } from 'preact'
import { Card, CardGrid, DescriptionList, Details, Table, type DescriptionItem } from '../../../../design/index.js'
import type { Field, Invoice, Line } from '../index.js'
import { RENDERED_FIELDS, scalar } from '../show.js'

type Group = Readonly<Record<string, unknown>>

/** An invoice may have 100,000 lines; a page of them helps nobody. */
const HOECHSTENS_POSITIONEN = 200

const fieldOf = (key: string): Field | undefined => RENDERED_FIELDS.find((field) => field.key === key)
const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const etikett = ({ label, bt }: Field): VNode => <>{label} <span class="sk-meta sk-nowrap">{bt}</span></>

/** Everything a group holds as label and value; lists and groups inside are flattened, numbered where there are several. */
function eintraege(fields: readonly Field[], group: Group, vorn = ''): DescriptionItem[] {
  return fields.flatMap((field): DescriptionItem[] => {
    const value = group[field.key]
    if (isEmpty(value)) return []
    const label = { ...field, label: vorn ? `${vorn}: ${field.label}` : field.label }
    if (field.kind === 'group') return eintraege(field.fields ?? [], value as Group, vorn)
    const values = Array.isArray(value) ? value : [value]
    if (field.kind === 'list') return values.flatMap((one, index) => eintraege(field.fields ?? [], one as Group, values.length > 1 ? `${field.label} ${index + 1}` : field.label))
    return values.map((one) => ({ label: etikett(label), value: <span class="sk-prewrap">{scalar(field, one)}</span> }))
  })
}

function Teil({ keys, invoice, titel }: { keys: readonly string[]; invoice: Group; titel?: string }): VNode | null {
  const items = keys.flatMap((key) => { const field = fieldOf(key); return field ? eintraege([field], invoice) : [] })
  return items.length === 0 ? null : <>{titel ? <h3>{titel}</h3> : null}<DescriptionList items={items} /></>
}

const OWN = ['seller', 'buyer', 'lines', 'vat', 'totals', 'payment', 'dueDate', 'paymentTerms', 'payee', 'allowances', 'charges', 'documents', 'notes', 'delivery', 'period', 'taxRepresentative', 'preceding']
const HEADER = RENDERED_FIELDS.map(({ key }) => key).filter((key) => !OWN.includes(key))

/** The invoice for people: every business term that it holds, with its German name and number. */
export function Rechnung({ rechnung }: { rechnung: Invoice }): VNode {
  const group = rechnung as unknown as Group
  return (
    <article>
      <h2>Die Rechnung, lesbar dargestellt</h2>
      <p class="sk-meta">Neben jeder Angabe steht ihre Nummer in der Norm (BT).</p>
      <Card title="Rechnung"><Teil keys={HEADER} invoice={group} /><Teil keys={['notes', 'preceding']} invoice={group} titel="Bemerkungen und frühere Rechnungen" /></Card>
      <CardGrid size="wide">
        <Card title="Verkäufer"><Teil keys={['seller']} invoice={group} /><Teil keys={['taxRepresentative']} invoice={group} titel="Steuervertreter" /></Card>
        <Card title="Käufer"><Teil keys={['buyer']} invoice={group} /></Card>
      </CardGrid>
      {isEmpty(group['delivery']) && isEmpty(group['period']) ? null : <Card title="Lieferung und Zeitraum"><Teil keys={['delivery', 'period']} invoice={group} /></Card>}
      <Positionen lines={rechnung.lines} />
      <Teil keys={['allowances', 'charges']} invoice={group} titel="Nachlässe und Zuschläge auf die ganze Rechnung" />
      <Umsatzsteuer invoice={rechnung} />
      <CardGrid size="wide">
        <Card title="Summen"><Teil keys={['totals']} invoice={group} /></Card>
        <Card title="Zahlung"><Teil keys={['dueDate', 'paymentTerms', 'payment', 'payee']} invoice={group} /></Card>
      </CardGrid>
      {rechnung.documents.length > 0 ? <Card title="Anlagen"><Teil keys={['documents']} invoice={group} /></Card> : null}
    </article>
  )
}

const LINE_FIELDS = fieldOf('lines')?.fields ?? []

const OVERVIEW = ['id', 'name', 'quantity', 'price', 'vatRate', 'net']

const zelle = (field: Field, row: Group): string => { const value = row[field.key]; return value === undefined ? '' : scalar(field, value) }

/** What one reads first as a table; everything else of a line stays one click away and is printed. */
function Positionen({ lines }: { lines: readonly Line[] }): VNode {
  const rows = lines.slice(0, HOECHSTENS_POSITIONEN).map((line, index) => ({ ...line, index }))
  const columns = OVERVIEW.flatMap((key) => LINE_FIELDS.filter((field) => field.key === key))
  return (
    <section>
      <Table caption={`Positionen (${lines.length})`} rows={rows} rowKey={({ index }) => String(index)}
        columns={columns.map((field) => ({
          key: field.key, label: `${field.label} (${field.bt})`, cell: (row) => zelle(field, row as unknown as Group),
          ...(field.key === 'name' ? { rowHeader: true } : field.key === 'id' ? {} : { align: 'end' as const, nowrap: true }),
        }))} />
      {rows.map((line) => (
        <Details key={line.index} summary={`Alle Angaben zu Position ${line.id ?? line.index + 1}${line.name ? `: ${line.name}` : ''}`}>
          <DescriptionList items={eintraege(LINE_FIELDS, line as unknown as Group)} />
        </Details>
      ))}
      {lines.length > HOECHSTENS_POSITIONEN ? <p>Hier stehen die ersten {HOECHSTENS_POSITIONEN} Positionen. Geprüft wurden alle.</p> : null}
    </section>
  )
}

const VAT_FIELDS = fieldOf('vat')?.fields ?? []
const NUMBERS = ['taxable', 'tax', 'rate']

function Umsatzsteuer({ invoice }: { invoice: Invoice }): VNode | null {
  if (invoice.vat.length === 0) return null
  const rows = invoice.vat.map((row, index) => ({ ...row, index }))
  const used = VAT_FIELDS.filter(({ key }) => rows.some((row) => !isEmpty((row as Group)[key])))
  return (
    <Table caption="Umsatzsteuer (BG-23)" rows={rows} rowKey={({ index }) => String(index)}
      columns={used.map((field) => ({
        key: field.key, label: `${field.label} (${field.bt})`, ...(NUMBERS.includes(field.key) ? { align: 'end' as const, nowrap: true } : {}),
        cell: (row) => zelle(field, row as unknown as Group),
      }))} />
  )
}
