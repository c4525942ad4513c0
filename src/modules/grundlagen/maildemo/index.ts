/** The door of the room maildemo: mails that a demo shows instead of sending them. */
export { demoMailAufheben } from './aufheben/command.js'
export { demoMails } from './postfach/query.js'
