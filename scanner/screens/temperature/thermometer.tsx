/** A shape of its own: colour alone says nothing at night or to the colour-blind. */
export const Thermometer = () => (
  <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <path
      d="M50 6a13 13 0 0 1 13 13v38a20 20 0 1 1-26 0V19A13 13 0 0 1 50 6z"
      fill="none"
      stroke="currentColor"
      stroke-width="7"
    />
    <path d="M50 26v40" stroke="currentColor" stroke-width="9" stroke-linecap="round" />
    <circle cx="50" cy="73" r="12" fill="currentColor" />
  </svg>
)
