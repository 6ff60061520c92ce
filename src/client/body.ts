/**
 * What a native form would send, in the cheapest encoding that can hold it: multipart only when the form is multipart
 * and a file was chosen. In a URL-encoded form a file is its name, as HTML says, and line breaks are those of the native form.
 */
export function toBody(data: FormData, enctype: string): FormData | URLSearchParams {
  // why: the platform takes entries that are files too, and writes them as "[object File]"
  let body = new URLSearchParams(data as unknown as Record<string, string>);
  // To append the entries of a large form one by one takes twice as long.
  if (`${body}`.includes('object+File')) {
    body = new URLSearchParams();
    for (const [name, value] of data) {
      if (typeof value === 'string') body.append(name, value);
      else if (!enctype.startsWith('multipart')) body.append(name, value.name);
      else if (value.name || value.size) return data;
    }
  }
  // All at once: to look for them in every name and value is what takes time in a large form.
  return new URLSearchParams(`${body}`.replace(/%0D%0A|%0[AD]/g, '%0D%0A'));
}
