/** A page of the showcase without the code that it shows beside its form, in which all of its texts stand once more. */
export function withoutCode(html: string): string {
  return html.replace(/<pre class="code">.*?<\/pre>/gs, '');
}
