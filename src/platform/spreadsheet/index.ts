export * from './spreadsheet.js'
export * from './read.js'
