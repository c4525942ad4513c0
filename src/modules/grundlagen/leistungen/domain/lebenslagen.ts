/** Situations in life under which people look for a service (A1-06), with the words they use for them. */
export interface Lebenslage {
  readonly name: string; readonly nameEn: string; readonly text: string; readonly textEn: string
  /** An icon of the design system. */
  readonly icon: 'home' | 'people' | 'person' | 'pin' | 'euro' | 'file' | 'calendar' | 'building' | 'star'
  readonly begriffe: readonly string[]
}

export const LEBENSLAGEN: Readonly<Record<string, Lebenslage>> = {
  umzug: {
    name: 'Umzug und Wohnen', nameEn: 'Moving and housing', icon: 'home',
    text: 'Anmelden, ummelden, parken, Wohngeld', textEn: 'Registering, parking, housing benefit',
    begriffe: ['umziehen', 'umgezogen', 'wohnung', 'wohnsitz', 'zuzug', 'einzug', 'auszug', 'moving', 'flat'],
  },
  familie: {
    name: 'Familie und Kinder', nameEn: 'Family and children', icon: 'people',
    text: 'Geburt, Kita, Urkunden', textEn: 'Birth, day care, certificates',
    begriffe: ['kind', 'baby', 'geburt', 'schwanger', 'eltern', 'kita', 'child', 'birth'],
  },
  verkehr: {
    name: 'Auto und Verkehr', nameEn: 'Cars and traffic', icon: 'pin',
    text: 'Parken, Zulassung, Führerschein', textEn: 'Parking, registration, driving licence',
    begriffe: ['auto', 'wagen', 'fahrzeug', 'kfz', 'pkw', 'motorrad', 'fahren', 'straße', 'car', 'vehicle'],
  },
  ausweise: {
    name: 'Ausweise und Urkunden', nameEn: 'ID cards and certificates', icon: 'person',
    text: 'Personalausweis, Meldebestätigung, Führungszeugnis', textEn: 'ID card, proof of registration, criminal record certificate',
    begriffe: ['pass', 'dokument', 'bescheinigung', 'personalausweis', 'passport', 'certificate'],
  },
  gewerbe: {
    name: 'Gewerbe und Betrieb', nameEn: 'Trade and business', icon: 'file',
    text: 'Gewerbe anmelden, Straße nutzen, Auskünfte', textEn: 'Registering a business, using the street',
    begriffe: ['firma', 'selbstständig', 'gründen', 'gründung', 'unternehmen', 'laden', 'geschäft', 'business', 'company'],
  },
  bauen: {
    name: 'Bauen und Grundstück', nameEn: 'Building and property', icon: 'building',
    text: 'Bauantrag, Baustelle, Container', textEn: 'Building permit, building site',
    begriffe: ['haus', 'bauen', 'umbau', 'garage', 'grundstück', 'baustelle', 'house', 'building'],
  },
  steuern: {
    name: 'Steuern und Abgaben', nameEn: 'Taxes and charges', icon: 'euro',
    text: 'Hund anmelden, Steuern zahlen', textEn: 'Registering a dog, paying taxes',
    begriffe: ['steuer', 'abgabe', 'hund', 'zahlen', 'tax', 'dog'],
  },
  wahlen: {
    name: 'Wahlen und Mitmachen', nameEn: 'Elections and taking part', icon: 'calendar',
    text: 'Briefwahl, Wahlschein', textEn: 'Postal vote',
    begriffe: ['wahl', 'wählen', 'abstimmen', 'demokratie', 'vote', 'election'],
  },
  soziales: {
    name: 'Hilfe und Soziales', nameEn: 'Help and benefits', icon: 'star',
    text: 'Unterstützung, wenn das Geld nicht reicht', textEn: 'Support when money is short',
    begriffe: ['hilfe', 'unterstützung', 'geld', 'zuschuss', 'sozial', 'benefit', 'support'],
  },
}
