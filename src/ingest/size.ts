/** A number of bytes for a reader: `5 MB`. Decimal, three digits. */
export function sizeInWords(bytes: number): string {
  const [size, unit] =
    bytes >= 1e9
      ? [bytes / 1e9, 'GB']
      : bytes >= 1e6
        ? [bytes / 1e6, 'MB']
        : bytes >= 1e3
          ? [bytes / 1e3, 'kB']
          : [bytes, 'bytes']
  return `${Number(size.toPrecision(3))} ${unit}`
}
