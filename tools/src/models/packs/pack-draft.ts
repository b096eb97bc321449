import { addOnManifestSchema, packManifestSchema, type NetworkRole } from '@rollcall/vision';

/** A network that lies in a folder, with its place in a pack. */
export interface PackedNetwork {
  readonly file: string;
  readonly sha256: string;
  readonly role: NetworkRole;
  readonly stage: { readonly kind: string } & Readonly<Record<string, unknown>>;
}

/** What a pack is called and how it may be used. */
export interface PackAbout {
  readonly name: string;
  readonly title: string;
  readonly licence: string;
  readonly commercialUse: boolean;
}

/** Where a pack came from, kept in its `pack.json` for whoever asks later. */
export interface PackOrigin {
  readonly address: string;
  /** `published`: compared with published sums. `first-use`: some sums are those of what came first. */
  readonly checked: 'published' | 'first-use' | 'imported';
}

/**
 * The text of a `pack.json` for networks; one without detector and recogniser is that of an add-on.
 *
 * @throws Error of the schema where they make no pack
 */
export function manifestText(about: PackAbout, networks: readonly PackedNetwork[], from: PackOrigin): string {
  const staged = (role: NetworkRole) =>
    networks
      .filter((network) => network.role === role)
      .map(({ stage: { kind, ...rest }, file, sha256 }) => ({ kind, file, sha256, ...rest }));
  const [[detector], [recognizer]] = [staged('detector'), staged('recognizer')];
  const rest = { liveness: staged('liveness'), attributes: staged('attributes') };
  const { name, title, licence, commercialUse } = about;
  const head = { name, title, licence, commercialUse };
  const manifest =
    detector || recognizer
      ? { ...head, detector, recognizer, ...rest }
      : { ...head, addOn: true as const, ...rest };
  ('addOn' in manifest ? addOnManifestSchema : packManifestSchema).parse(manifest);
  return `${JSON.stringify({ ...manifest, from }, null, 2)}\n`;
}
