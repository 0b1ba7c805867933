/** As names are compared: composed, upper-case, without dots and spaces. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•‧∙⋅・.'-]/gu, '')
    .toUpperCase()
