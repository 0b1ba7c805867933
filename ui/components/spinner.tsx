import { tc } from '../i18n/common.ts'

export const Spinner = () => <span class="spinner" aria-hidden="true" />

/** A place whose content is on its way. */
export const Loading = () => (
  <p class="loading" role="status">
    <Spinner /> {tc('state.loading')}
  </p>
)
