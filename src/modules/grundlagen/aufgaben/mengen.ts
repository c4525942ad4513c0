import type { Mengenregeln } from '../../../platform/mengen/index.js'

export const mengen: Mengenregeln = {
  spalten: {
    // Of what is overdue the lead has been told long ago: thousands of copies shall not write thousands of mails.
    'aufgaben.aufgabe.eskaliert_am': ({ status, faellig_am: faellig, zugewiesen_an: wer }) =>
      (status === 'offen' && faellig && !wer ? `case when '${faellig}'::date + n.tage < current_date then ('${faellig}'::date + n.tage + 3)::timestamp at time zone 'UTC' end` : 'null'),
  },
}
