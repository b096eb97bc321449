import { Injectable } from '@nestjs/common';
import { TemplateRotation } from '@rollcall/gallery';
import { Config } from '../platform/config/config.js';
import { Keyring } from '../platform/storage/keyring.js';

/**
 * The keys that templates may be rotated by, newest first: those of ROLLCALL_TEMPLATE_KEYS, then the one that is
 * derived from the master key. More than one are held while templates are re-issued under the newest.
 */
@Injectable()
export class TemplateKeys {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly rotations = new Map<string, TemplateRotation>();

  constructor(config: Config, keyring: Keyring) {
    const given = config.templateKeys.map((key) => Buffer.from(key, 'base64'));
    const keys = [...given, keyring.derive('templates')];
    this.keys = new Map(keys.map((key) => [TemplateRotation.idOf(key), key]));
  }

  /** Names of all keys, newest first. */
  get ids(): string[] {
    return [...this.keys.keys()];
  }

  get newest(): string {
    return this.ids[0]!;
  }

  /** @throws Error when this installation was not given that key */
  rotation(keyId: string, modelId: string, dimension: number): TemplateRotation {
    const name = `${keyId} ${modelId}`;
    const known = this.rotations.get(name);
    if (known) return known;
    const key = this.keys.get(keyId);
    if (!key) throw new Error(missingKey(keyId));
    const rotation = new TemplateRotation(key, modelId, dimension);
    this.rotations.set(name, rotation);
    return rotation;
  }
}

/** What to do about templates under a key that was not given. */
export const missingKey = (keyId: string) =>
  `The enrolled faces are kept under the template key ${keyId}, which this server was not given. ` +
  'Put it back into ROLLCALL_TEMPLATE_KEYS (or restore ROLLCALL_SECRET_KEY).';
