// Where people go to join: what the QR code holds and what can be typed.

export interface JoinAddress {
  /** For the QR code: the start page with the code filled in. */
  readonly url: string;
  /** To be read and typed. */
  readonly typed: string;
  /** Nobody else can reach this address. */
  readonly loopback: boolean;
}

/** `addresses` are the server's, best first; `origin` is where this page came from. */
export function joinAddress(
  addresses: readonly string[],
  origin: string,
  code: string,
): JoinAddress {
  const usable = addresses.filter(isAddress);
  const base =
    usable.find((each) => !isLoopback(each)) ?? (isLoopback(origin) ? usable[0] : origin) ?? origin;
  const { host, origin: clean } = new URL(base);
  return { url: `${clean}/join#${code}`, typed: `${host}/join`, loopback: isLoopback(base) };
}

/** The same link at the address that others can reach. */
export function reachable(link: string, addresses: readonly string[], origin: string): string {
  try {
    const { pathname, hash } = new URL(link, origin);
    return new URL(joinAddress(addresses, origin, '').url).origin + pathname + hash;
  } catch {
    return link;
  }
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^/\s]+$/.test(text.replace(/\/$/, ''));
}

export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
}
