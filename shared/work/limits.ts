/** Limits of what people type and send; the schemas, the screens and the messages read them here. */
export const WORK_LIMITS = {
  name: 60,
  document: 40,
  phone: 30,
  /** A company's registered name may be long: 100 covers the longest of the register of companies. */
  company: 100,
  place: 100,
  /** A question, an answer, a plan. */
  text: 500,
  plan: 2_000,
  /** Workers of one employer that are not gone. */
  workersFrom: 5,
  workersTo: 500,
  /** Applications in one bulk approval. */
  bulk: 500,
  /** Tenths of a degree Celsius: what a thermometer for people shows. */
  temperatureFrom: 340,
  temperatureTo: 430,
  /** A photo that the phone brought to 1,600 pixels at JPEG quality 0.8 is 200 to 600 kB. */
  photoBytes: 2_000_000,
  /** So large that a field that is far too long is still named; a form is 4 kB. */
  formBytes: 131_072,
  /** A roster of 500 rows is 150 kB. */
  rosterBytes: 512_000
} as const
