import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whole file or none, on the disk before this returns: written beside, synced, renamed, folder synced. */
export function writeDurably(file: string, text: string): void {
  const beside = `${file}.new`
  const handle = openSync(beside, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
  syncFolder(dirname(file))
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return // folders cannot be opened there; NTFS journals the rename
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
