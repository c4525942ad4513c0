import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasGps, inspectUpload, stripGps } from './index.js'

type Field = { tag: number; type: number; count: number; value: number }

/** An EXIF block: orientation, GPS pointer and date in the first directory, latitude as three rationals. */
function exif(littleEndian: boolean): Buffer {
  const bytes = Buffer.alloc(200)
  const u16 = (value: number, at: number) =>
    littleEndian ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    littleEndian ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at)
  const directory = (at: number, fields: Field[]): void => {
    u16(fields.length, at)
    fields.forEach((field, index) => {
      const entry = at + 2 + index * 12
      u16(field.tag, entry)
      u16(field.type, entry + 2)
      u32(field.count, entry + 4)
      if (field.type === 3) u16(field.value, entry + 8)
      else u32(field.value, entry + 8)
    })
  }
  bytes.write(littleEndian ? 'II' : 'MM', 'latin1')
  u16(42, 2)
  u32(8, 4)
  directory(8, [
    { tag: 0x0112, type: 3, count: 1, value: 6 },
    { tag: 0x8825, type: 4, count: 1, value: 80 },
    { tag: 0x9c9b, type: 4, count: 1, value: 77 },
  ])
  directory(80, [
    { tag: 1, type: 2, count: 2, value: 0x4e000000 },
    { tag: 2, type: 5, count: 3, value: 120 },
  ])
  bytes.fill(0x42, 120, 144)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), bytes])
}

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

const frame = Buffer.from('000b080010001001011100', 'hex').subarray(2)
const picture = Buffer.from('ffda0008010100003f00d2cf20ffd9', 'hex')
const jpeg = (...segments: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, segment(0xc0, frame), picture])

for (const littleEndian of [true, false]) {
  test(`the place is removed from EXIF, everything else stays (${littleEndian ? 'Intel' : 'Motorola'} order)`, () => {
    const photo = jpeg(segment(0xe1, exif(littleEndian)))
    assert.equal(hasGps(photo), true)
    const clean = stripGps(photo)
    assert.equal(hasGps(clean), false)
    assert.equal(clean.length, photo.length)
    assert.equal(clean.includes(Buffer.alloc(8, 0x42)), false, 'the coordinates themselves are gone')
    assert.deepEqual(clean.subarray(-picture.length), picture, 'the picture is untouched')
    const block = clean.subarray(clean.indexOf('Exif') + 6)
    const u16 = (at: number) => (littleEndian ? block.readUInt16LE(at) : block.readUInt16BE(at))
    assert.deepEqual([u16(8), u16(10), u16(18), u16(22)], [2, 0x0112, 6, 0x9c9b], 'orientation and title remain')
    assert.equal(hasGps(photo), true, 'the original buffer is not changed')
  })
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

test('HEIC: the size of the whole picture counts, and the place is removed', async () => {
  const extent = (width: number, height: number): Buffer => {
    const data = Buffer.alloc(12)
    data.writeUInt32BE(width, 4)
    data.writeUInt32BE(height, 8)
    return box('ispe', data)
  }
  const photo = Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', Buffer.alloc(4), extent(512, 512), extent(4032, 3024)),
    box('mdat', Buffer.from([0, 0, 0, 6]), exif(false)),
  ])
  const result = await inspectUpload(photo, { declaredName: 'IMG_2.HEIC', allowed: ['heic'], maxBytes: 10_000 })
  assert.ok(result.ok && result.width === 4032 && result.height === 3024 && result.gps)
  assert.equal(result.fileName, 'IMG_2.heic')
  assert.equal(hasGps(stripGps(photo)), false)
})

test('the place in XMP is removed too', () => {
  const packet = 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="51,39.1N" exif:GPSLongitude="6,37.0E"/>'
  const photo = jpeg(segment(0xe1, Buffer.from(packet, 'latin1')))
  assert.equal(hasGps(photo), true)
  assert.equal(stripGps(photo).includes('51,39'), false)
  assert.equal(hasGps(stripGps(photo)), false)
})

test('a photo without a place is returned as it is, a broken one does not throw', () => {
  const plain = jpeg()
  assert.deepEqual(stripGps(plain), plain)
  const photo = jpeg(segment(0xe1, exif(true)))
  for (let length = 0; length < photo.length; length += 1) {
    assert.equal(hasGps(stripGps(photo.subarray(0, length))), false)
  }
})

test('a directory of thousands of entries is none: nobody walks through it again and again', () => {
  const forged = Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0\xff\xff', 'latin1'), Buffer.alloc(65_535 * 12, Buffer.from('25880400010000000800000000', 'hex').subarray(0, 12))])
  const photo = Buffer.concat(Array.from({ length: 20 }, () => forged))
  assert.equal(hasGps(photo), false)
  assert.deepEqual(stripGps(photo), photo)
})

test('an upload with a place is accepted and says so', async () => {
  const photo = jpeg(segment(0xe1, exif(false)))
  const result = await inspectUpload(photo, { declaredName: 'IMG_1.jpg', allowed: ['jpg'], maxBytes: 10_000 })
  assert.ok(result.ok && result.gps && result.width === 16 && result.height === 16)
  assert.deepEqual(result.warnings.map(({ code }) => code), ['bildStandort'])
})
