/** Words for people out of a name in code: `zipCode` and `zip_code` are `Zip code`. */
export function humanize(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  if (words === '') return name;
  return /[a-z]/.test(words)
    ? words[0]!.toUpperCase() + words.slice(1).replace(/\b[A-Z](?=[a-z])/g, (char) => char.toLowerCase())
    : words;
}
