/** Shares the file where the phone can, else downloads it. False: the volunteer changed their mind. */
export async function handOut(content: Blob, name: string): Promise<boolean> {
  const file = new File([content], name, { type: 'application/gzip' })
  if (navigator.canShare?.({ files: [file] }) === true) {
    try {
      await navigator.share({ files: [file], title: name })
      return true
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false
      console.info(error) // some say that they can and then refuse: a download always works
    }
  }
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}
