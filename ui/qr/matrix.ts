/** Black modules of a QR symbol as one SVG path, a run of a row at a time; one unit a module, without the quiet zone. */
export function modulePath(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = ''
  for (let row = 0; row < size; row++) {
    let from = -1
    for (let column = 0; column <= size; column++) {
      const dark = column < size && isDark(row, column)
      if (dark && from < 0) from = column
      if (!dark && from >= 0) {
        path += `M${from} ${row}h${column - from}v1h-${column - from}z`
        from = -1
      }
    }
  }
  return path
}
