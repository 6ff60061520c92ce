/**
 * What a native form would send, in the cheapest encoding that can hold it: multipart only when the form is multipart
 * and a file was chosen. In a URL-encoded form a file is its name, as HTML says.
 */
export function toBody(data: FormData, enctype: string): FormData | URLSearchParams {
  const isMultipart = enctype.startsWith('multipart');
  const body = new URLSearchParams();
  for (const [name, value] of data) {
    if (typeof value === 'string') body.append(name, value);
    else if (!isMultipart) body.append(name, value.name);
    else if (value.name || value.size) return data;
  }
  // Line breaks as native forms send them.
  return new URLSearchParams(`${body}`.replace(/%0D(%0A)?|%0A/g, '%0D%0A'));
}
