import type { RefusalCode } from './findings.js'

/** The reasons of `refusals` for people who use the portal in English. */
export const refusalsEn: Readonly<Record<RefusalCode | 'befallen', string>> = {
  leer: 'The file is empty (0 bytes). Please check the file on your device and upload it again.',
  zuGross: 'The file is too large. Please make it smaller or split it into several files.',
  typNichtErlaubt: 'This type of file is not accepted here.',
  altesOfficeFormat:
    'The file is an old Office format or an Office file with a password. Please remove the password, save the file ' +
    'as PDF and upload the PDF.',
  makros:
    'The file contains macros (small programs). We do not accept such files, as protection against malware. Please ' +
    'save the file as PDF and upload the PDF.',
  mehrdeutig:
    'The file can be read in more than one format at once. Malware often does that, so we do not accept it. Please ' +
    'open the file, save it again as PDF and upload the PDF.',
  kennwort:
    'The PDF is protected by a password or against changes. We can neither read nor keep it like that. Please remove ' +
    'the protection, for example with “Print” and “Save as PDF”, and upload the new file.',
  unvollstaendig:
    'The file is incomplete or damaged. Please open it on your device. If that works, save it again and upload it ' +
    'once more.',
  bildZuGross:
    'The picture has too many pixels. Please make it smaller, for example 4000 pixels on the longer side, and upload ' +
    'it again.',
  speicherVoll:
    'The town cannot take files just now because its storage is full. Your other answers are kept. Please try again ' +
    'tomorrow or call us.',
  archivKennwort: 'The file is protected by a password. Please remove the password and upload it again.',
  archivZuGross: 'The file becomes too large or has too many parts when unpacked. Please upload the contents one by one.',
  archivVerschachtelt: 'The file contains packed files with packed files inside. Please upload the contents one by one.',
  archivPfad: 'The file contains file names or links that are not allowed. Please upload the contents one by one.',
  befallen: 'Our virus protection found malware in the file. Please check your device and upload another file.',
}
