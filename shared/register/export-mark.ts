/** How a list that this service wrote says when it was written: the first line carries it. `iso` as 2020-02-03T04:05:06.789Z. */
export const exportMark = (iso: string): string => `checkpoint ${iso}`
export const EXPORT_MARK = /checkpoint (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)/
