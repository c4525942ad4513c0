export * from './spreadsheet.js'
