/** What generated people, streets and texts are made of. Names also with letters that a search has to fold. */
export const VORNAMEN = ['Anna', 'Ben', 'Carla', 'Deniz', 'Elif', 'Emma', 'Fatma', 'Finn', 'Greta', 'Hannah', 'Ibrahim', 'Ida', 'Jan', 'Jolanta', 'Jürgen', 'Karl', 'Katarzyna', 'Lena', 'Leon', 'Lukas',
  'Łukasz', 'Malik', 'Marie', 'Mehmet', 'Mia', 'Michael', 'Mila', 'Nguyệt', 'Noah', 'Olga', 'Paul', 'Petra', 'René', 'Rosa', 'Sabine', 'Selin', 'Sofia', 'Stefan', 'Søren', 'Theo', 'Thảo', 'Ursula', 'Viktor', 'Wolfgang', 'Yusuf', 'Zoé'] as const
export const ERSTE = ['Acker', 'Bach', 'Berg', 'Birken', 'Brink', 'Dorn', 'Eich', 'Erlen', 'Feld', 'Förster', 'Grün', 'Hage', 'Hasel', 'Heide', 'Hoch', 'Kamp', 'Kirch', 'Krähen', 'Linden', 'Loh', 'Mühl', 'Nieder', 'Ober', 'Quell', 'Rohr', 'Roß', 'Sand', 'Schön', 'See', 'Stein', 'Tann', 'Ulmen', 'Vogel', 'Wald', 'Weiden', 'Winkel'] as const
export const ZWEITE = ['ahn', 'bauer', 'beck', 'brock', 'bruch', 'egger', 'feld', 'haus', 'heim', 'hoff', 'horst', 'kamp', 'mann', 'meier', 'meyer', 'müller', 'rath', 'siek', 'stein', 'thal', 'wald', 'weg', 'winkel', 'wörth'] as const
export const WEITERE = ['Yılmaz', 'Demir', 'Kaya', 'Öztürk', 'Nowak', 'Wiśniewska', 'Kowalski', 'Nguyễn', 'Petrović', 'Hansen', 'Jørgensen', 'Schulze-Überwasser', 'von der Aue', 'García', 'Popescu'] as const
export const STRASSEN = ERSTE.flatMap((erste) => ['straße', 'weg', 'allee', 'gasse'].map((art) => `${erste}${art}`))
export const ORTE = ERSTE.flatMap((erste) => ['hausen', 'dorf', 'rode', 'beck', 'kirchen', 'burg'].map((zweite) => `${erste}${zweite}`))

/** Sentences of which the text of a document is made; some words are common, some are rare. */
export const SAETZE = ['Sehr geehrte Damen und Herren', 'wir haben Ihren Antrag geprüft', 'die Unterlagen sind vollständig', 'der Fahrzeugschein liegt in Kopie bei', 'das Grundstück liegt im Geltungsbereich des Bebauungsplans', 'gegen diesen Bescheid können Sie Klage erheben',
  'bitte reichen Sie die fehlende Vollmacht nach', 'die Gebühr beträgt nach der Satzung', 'die Sondernutzung der Straße wird bis auf Widerruf erlaubt', 'der Spielplatz ist wegen Bauarbeiten gesperrt', 'die Hundesteuer wird jährlich fällig', 'ein Ortstermin hat stattgefunden',
  'der Gehweg ist auf einer Breite von zwei Metern freizuhalten', 'die Bushaltestelle wird barrierefrei umgebaut', 'der Führerschein wurde am Schalter abgegeben', 'die Feuerwehr hat keine Bedenken', 'der Nachbar hat der Abweichung zugestimmt', 'das Gewerbe wurde abgemeldet',
  'die Meldebescheinigung ist beigefügt', 'wir bitten um Stellungnahme bis zum Monatsende', 'der Wochenmarkt findet am Samstag statt', 'die Kündigung ist fristgerecht eingegangen', 'das Kind besucht die Kindertagesstätte', 'die Rechnung ist sachlich und rechnerisch richtig'] as const
export const SELTEN = ERSTE.flatMap((erste) => ['wacholder', 'kupferrohr', 'lichtraum', 'grenzstein', 'wasserrad', 'torbogen', 'pegel', 'kesselhaus'].map((zweite) => `${erste}${zweite}`))

/** What old Vorgänge are about: title, kind, documents. */
export const ANLAESSE = [
  { betreff: 'Anfrage zum Straßenausbau', typ: 'anfrage', dokumente: ['E-Mail zum Straßenausbau', 'Lageplan', 'Antwortschreiben'] },
  { betreff: 'Beschwerde über Lärm', typ: 'beschwerde', dokumente: ['Beschwerde', 'Messprotokoll', 'Antwort an die Beschwerdeführerin'] },
  { betreff: 'Sondernutzung für ein Gerüst', typ: 'verfahren', dokumente: ['Antrag auf Sondernutzung', 'Skizze der Fläche', 'Erlaubnis'] },
  { betreff: 'Schriftwechsel zur Gewerbeanmeldung', typ: 'schriftverkehr', dokumente: ['Gewerbeanmeldung', 'Personalausweis in Kopie', 'Empfangsbescheinigung'] },
  { betreff: 'Baumfällung auf städtischem Grund', typ: 'verfahren', dokumente: ['Gutachten', 'Fotos', 'Entscheidung'] },
  { betreff: 'Widerspruch gegen den Gebührenbescheid', typ: 'widerspruch', dokumente: ['Widerspruch', 'Stellungnahme', 'Abhilfebescheid'] },
] as const
