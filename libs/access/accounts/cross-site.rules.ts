/** What a request says about the page it comes from. Header names in lower case, as Node's HTTP server gives them. */
export interface CrossSiteQuestion {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Our own host with its port, as the client named it; behind a proxy, as the proxy was told. */
  host: string;
}

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a page of another site makes a browser send this request. Asked of whatever arrives with a session cookie. Browsers say
 * where a request comes from and no page can change it; what says nothing is no browser, and has no cookies of a victim. A sister
 * subdomain (`same-site`) is another site, and so is a page without an origin (`null`).
 */
export function isCrossSite({ method, headers, host }: CrossSiteQuestion): boolean {
  if (SAFE_METHODS.includes(method)) return false;
  const site = single(headers['sec-fetch-site']);
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = single(headers.origin);
  return origin !== undefined && !isOfHost(origin, host);
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(',') : value;
}

function isOfHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
