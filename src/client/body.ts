/**
 * What a native form would send, in the cheapest encoding that can hold it: multipart only when the form is multipart
 * and a file was chosen. In a URL-encoded form a file is its name, as HTML says.
 */
export function toBody(data: FormData, enctype: string): FormData | URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of data) {
    if (typeof value === 'string') body.append(toLines(name), toLines(value));
    else if (!enctype.startsWith('multipart')) body.append(toLines(name), toLines(value.name));
    else if (value.name || value.size) return data;
  }
  return body;
}

/** Line breaks as native forms send them. */
function toLines(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}
