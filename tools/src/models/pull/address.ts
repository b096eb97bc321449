/** An address as it may be shown, and what it said before the host. */
export interface SplitAddress {
  readonly address: string;
  /** Value of the header Authorization; null where the address names nobody. */
  readonly authorization: string | null;
}

/** Takes the name and the password out of an address: they are sent in a header, and shown to nobody. */
export function splitAddress(address: string): SplitAddress {
  const [, scheme, who, rest] = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)@(.*)$/is.exec(address) ?? [];
  if (scheme === undefined || who === undefined || rest === undefined)
    return { address, authorization: null };
  const [name = '', ...password] = who.split(':');
  const said = [name, password.join(':')].map(decoded).join(':');
  return { address: scheme + rest, authorization: `Basic ${Buffer.from(said).toString('base64')}` };
}

/** What is not percent-encoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
