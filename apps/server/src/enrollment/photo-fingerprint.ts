import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from '../platform/storage/keyring.js';

/**
 * Knows a photo again, byte by byte. It is keyed (HMAC-SHA256), so that a stolen table does not tell which files on
 * somebody's disk were enrolled here.
 */
@Injectable()
export class PhotoFingerprint {
  private readonly key: Buffer;

  constructor(keyring: Keyring) {
    this.key = keyring.derive('photo-fingerprints');
  }

  of(photo: Uint8Array): string {
    return createHmac('sha256', this.key).update(photo).digest('base64url');
  }
}
