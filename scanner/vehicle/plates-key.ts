/** Where the plates that this phone met are kept. */
export const PLATES_KEY = 'checkpoint.gate.plates'
