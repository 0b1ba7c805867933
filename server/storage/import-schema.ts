/** Tables of imports into the register. */
export type ImportTables = {
  register_import: {
    id: string
    community: string | null
    state: string
    step: number
    created_by: string
    created_by_name: string
    created_at: number
    updated_at: number
    body: string
  }
  import_page: { import_id: string; sheet: number; number: number; first_line: number; last_line: number; body: string }
  import_fix: { import_id: string; sheet: number; line: number; body: string }
  import_row: { import_id: string; site: number; address_key: string; line: number; document: string | null; body: string }
  import_finding: {
    import_id: string
    line: number
    kind: string
    site: number
    address_key: string
    accepted: number | null
    body: string
  }
  import_words: { community: string; words: string }
}
export type ImportHot = 'register_import' | 'import_page' | 'import_fix' | 'import_row' | 'import_finding'
