/**
 * Goes to a URL through a link, so that Astro's ClientRouter takes it where it is in use. The page is always loaded
 * anew, also when only the fragment differs.
 */
export function navigate(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  if (!link.protocol.startsWith('http')) return;
  document.body.append(link);
  link.click();
  link.remove();
  if (url.includes('#') && link.href.split('#')[0] === location.href.split('#')[0]) location.reload();
}
