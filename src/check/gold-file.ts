/** Where the gold of a `.txt` file lies, if it has any; undefined for another file. */
export function goldFileOf(file: string): string | undefined {
  const stem = file.replace(/\.txt(\.gz|\.zst)?$/i, '')
  return stem === file ? undefined : `${stem}.json`
}
