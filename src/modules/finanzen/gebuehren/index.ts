/** The door of the room gebuehren: what services cost on a day, and what one case costs. */
export { gebuehrFuer } from './saetze.js'
export { festsetzungZu, rechne, type Festsetzung } from './festsetzung.js'
export { gebuehrErheben } from './festsetzen/command.js'
export { erhebeVorAbsenden, setzeGebuehrFest, vorAbsendenZuZahlen } from './erheben.js'
