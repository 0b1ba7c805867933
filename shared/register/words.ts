/** Closed sets of the register; ui/ has the words for people. */
export const TENURES = ['own', 'rent', 'group-rent', 'vacant'] as const
export type Tenure = (typeof TENURES)[number]

export const NEEDS = ['elder-alone', 'pregnant', 'disabled', 'newborn'] as const
export type Need = (typeof NEEDS)[number]

export const RELATIONS = ['head', 'spouse', 'child', 'parent', 'relative', 'tenant', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

export const REGISTER_SEXES = ['male', 'female', 'unknown'] as const
export type RegisterSex = (typeof REGISTER_SEXES)[number]

/** How a household was asked. `import` and `system` are no visit. */
export const CONTACT_WAYS = ['phone', 'door', 'self', 'desk'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]
export const CHANGE_WAYS = [...CONTACT_WAYS, 'import', 'system'] as const
export type ChangeWay = (typeof CHANGE_WAYS)[number]

export const CONTACT_OUTCOMES = ['reached', 'no-answer', 'refused', 'empty-number'] as const
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]

/** Where somebody came from lately, as it is counted upward. */
export const ARRIVALS = ['hubei', 'other-province', 'hk-macao-taiwan', 'abroad'] as const
export type ArrivalFrom = (typeof ARRIVALS)[number]
